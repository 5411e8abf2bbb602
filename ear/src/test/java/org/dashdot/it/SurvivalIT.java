package org.dashdot.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.microsoft.playwright.Page;
import io.restassured.http.ContentType;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What was answered with success is there after a kill, and after a proper restart. */
class SurvivalIT {

  private static final String TITLE = "survives the loss of its server";

  private RunningServer seen;
  @RegisterExtension final Visit visit = Visit.at(() -> seen.url());

  @Test
  void whatWasAcceptedInARunOfPushesIsThereExactlyOnceAfterAKill() {
    try (RunningServer server = RunningServer.of("survival-pushes").start();
        Pusher pusher = new Pusher(server, "Survives")) {
      pusher.start();
      Rest.eventually().until(() -> pusher.accepted() >= 100);
      server.kill9();
      pusher.stop();
      assertThat(pusher.statuses()).contains(200, Pusher.NONE);

      server.start();
      Rest rest = new Rest(server);
      assertThat(rest.countByTitle("Survives").keySet()).containsAll(pusher.acceptedNames());
      pusher.retry();
      assertThat(pusher.statuses()).containsExactly(200);
      assertThat(rest.countByTitle("Survives")).isEqualTo(pusher.allOnce());
      Rest.eventually()
          .untilAsserted(
              () ->
                  assertThat(rest.stepsByTitle("Survives"))
                      .as("one process each, so one step each")
                      .isEqualTo(pusher.allOnce()));
    }
  }

  @Test
  void acknowledgedTicketIsThereAfterKillAndAfterRestart() {
    try (RunningServer server = RunningServer.of("survival").start()) {
      String number =
          server
              .asAdmin()
              .contentType(ContentType.JSON)
              .body(Map.of("title", TITLE, "priority", "P3"))
              .post("/api/v1/tickets")
              .then()
              .statusCode(201)
              .extract()
              .path("number")
              .toString();

      server.kill9();
      server.start();
      server
          .asAdmin()
          .get("/api/v1/tickets/" + number)
          .then()
          .statusCode(200)
          .body("title", equalTo(TITLE));

      assertThat(server.stop()).isZero();
      server.start();
      server
          .asAdmin()
          .get("/api/v1/tickets/" + number)
          .then()
          .statusCode(200)
          .body("title", equalTo(TITLE));
    }
  }

  @Test
  void whatAFormAnsweredIsThereAfterAKillAtThatMoment() {
    try (RunningServer server = RunningServer.of("survival-form").start()) {
      seen = server;
      visit.foresees("ERR_");
      visit.logInAt("/new-ticket");
      Page page = visit.page();
      page.fill("#new\\:title", TITLE);
      page.waitForResponse(
          answer -> answer.request().method().equals("POST"), () -> page.click("#new button"));
      server.kill9();
      server.start();
      assertThat(new Rest(server).countByTitle(TITLE)).containsEntry(TITLE, 1L);
    }
  }
}

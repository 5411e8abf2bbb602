package org.dashdot.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What was answered with success is there after a kill, and after a proper restart. */
class SurvivalIT {

  private static final String TITLE = "survives the loss of its server";

  private RunningServer seen;
  @RegisterExtension final Visit visit = Visit.at(() -> seen.url());

  @Test
  void whatWasAcceptedInARunOfPushesIsThereExactlyOnceAfterAKillAndAfterAStop() {
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

      assertThat(server.stop()).isZero();
      server.start();
      assertThat(rest.countByTitle("Survives")).isEqualTo(pusher.allOnce());
    }
  }

  @Test
  @Tag("once")
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

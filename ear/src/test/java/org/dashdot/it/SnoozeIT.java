package org.dashdot.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.microsoft.playwright.Page;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an owner puts aside is not counted, and comes back by itself. */
class SnoozeIT {

  private final Rest rest = new Rest(RunningServer.shared());

  @RegisterExtension final Visit visit = Visit.shared();

  private ValidatableResponse snooze(int number, Instant until, String reason) {
    Map<String, String> body = new TreeMap<>(Map.of("until", until.toString()));
    if (reason != null) {
      body.put("reason", reason);
    }
    return rest.admin().body(body).post("/api/v1/tickets/" + number + "/snooze").then();
  }

  private boolean counted(String host) {
    return rest.admin()
            .get("/api/v1/dot")
            .then()
            .extract()
            .jsonPath()
            .getString("ring.find{it.key=='system:" + host + "'}?.worst")
        != null;
  }

  @Test
  void aHighTicketIsPutAsideWithAReasonForAWhileAndComesBackWhenItsTimeHasPassed() {
    rest.fire(Rest.alert("Aside", "snooze-1", "critical"));
    int number = rest.awaitTicket("Aside on snooze-1");
    Rest.eventually().until(() -> counted("snooze-1"));
    Instant soon = Instant.now().plus(Duration.ofMinutes(20));
    snooze(number, soon, null).statusCode(422).body("field", equalTo("reason"));
    snooze(number, Instant.now().plus(Duration.ofHours(5)), "later")
        .statusCode(422)
        .body("detail", containsString("at most 4 h"));
    snooze(number, Instant.now().minusSeconds(9), "never").statusCode(422);
    snooze(number, soon, "the part comes tomorrow")
        .statusCode(200)
        .body("status", equalTo("ACKNOWLEDGED"))
        .body("snoozedUntil", notNullValue());
    Rest.eventually().until(() -> !counted("snooze-1"));

    snooze(number, Instant.now().plusSeconds(2), "a moment").statusCode(200);
    Rest.eventually().until(() -> counted("snooze-1"));
    Rest.eventually()
        .untilAsserted(
            () ->
                rest.admin()
                    .get("/api/v1/tickets/" + number)
                    .then()
                    .body("snoozedUntil", nullValue()));
    assertThat(rest.timeline(number)).containsSubsequence("SNOOZED", "SNOOZED", "SNOOZED");
    rest.fire(Rest.over("Aside", "snooze-1", "critical"));
    Rest.eventually().until(() -> !rest.burns(number));
    snooze(number, soon, "too late").statusCode(409);
  }

  @Test
  void whatBecomesMoreUrgentIsTakenUpAtOnce() {
    rest.fire(Rest.alert("Calm", "snooze-2", "warning"));
    int number = rest.awaitTicket("Calm on snooze-2");
    snooze(number, Instant.now().plus(Duration.ofDays(2)), null).statusCode(200);
    Rest.eventually().until(() -> !counted("snooze-2"));
    rest.admin()
        .body(Map.of("priority", "P2", "reason", "it spreads"))
        .post("/api/v1/tickets/" + number + "/priority")
        .then()
        .statusCode(204);
    Rest.eventually().until(() -> counted("snooze-2"));
    rest.fire(Rest.over("Calm", "snooze-2", "warning"));
  }

  @Test
  void aPersonPutsATicketAsideAndTakesItUpAgainInTheBrowser() {
    rest.fire(Rest.alert("ByHand", "snooze-3", "warning"));
    int number = rest.awaitTicket("ByHand on snooze-3");
    visit.logInAt("/tickets/" + number);
    Page page = visit.page();
    page.getByText("Put aside").first().click();
    page.selectOption("[id='snooze:minutes']", "1440");
    page.locator("form[id=snooze] button[type=submit]").click();
    page.locator(".messages .fine").waitFor();
    assertThat(page.locator(".facts").textContent()).contains("put aside until");
    visit.fullShot("ticket-put-aside");
    page.getByText("Take it up again").click();
    page.locator(".messages .fine").waitFor();
    assertThat(page.locator(".facts").textContent()).doesNotContain("put aside until");
    rest.fire(Rest.over("ByHand", "snooze-3", "warning"));
  }
}

package org.dashdot.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A pushed alert becomes a ticket and ends by REST; bad input gets a clear answer. */
class FirstSliceIT {

  private final Rest rest = new Rest(RunningServer.shared());

  private int opened(String name, String host, String severity) {
    rest.fire(Rest.alert(name, host, severity));
    List<Integer> numbers = rest.tickets(name + " on " + host);
    assertThat(numbers).hasSize(1);
    return numbers.get(0);
  }

  @Test
  void pushedAlertBecomesTicketThatClosesByRest() {
    int number = opened("DiskFull", "web-1", "critical");
    rest.admin()
        .get("/api/v1/tickets/{n}", number)
        .then()
        .body("priority", equalTo("P2"))
        .body("team", equalTo("everyone"))
        .body("assignee", equalTo("Administrator"))
        .body("title", equalTo("DiskFull on web-1"));
    String task = task(number);
    rest.admin().post("/api/v1/tasks/{id}/claim", task).then().statusCode(204);
    String resolve = task(number);
    rest.admin()
        .body(Map.of("variables", Map.of("cause", "logs")))
        .post("/api/v1/tasks/{id}/complete", resolve)
        .then()
        .statusCode(422)
        .body("field", equalTo("response"));
    rest.admin()
        .body(
            Map.of(
                "variables", Map.of("cause", "logs grew", "response", "rotated"), "note", "easy"))
        .post("/api/v1/tasks/{id}/complete", resolve)
        .then()
        .statusCode(204);
    rest.fire(Rest.over("DiskFull", "web-1", "critical"));
    Rest.eventually().until(() -> rest.status(number).equals("RESOLVED"));
    Rest.eventually().until(() -> task(number) != null);
    rest.admin()
        .body(Map.of("variables", Map.of("automation", "fully", "means", "logrotate")))
        .post("/api/v1/tasks/{id}/complete", task(number))
        .then()
        .statusCode(204);
    Rest.eventually().until(() -> rest.status(number).equals("CLOSED"));
    assertThat(rest.timeline(number))
        .containsSubsequence(
            "OPENED",
            "ROUTED",
            "ACKNOWLEDGED",
            "EXPLAINED",
            "NOTE",
            "CLEARED",
            "RESOLVED",
            "REVIEWED",
            "CLOSED");
  }

  private String task(int number) {
    List<String> ids =
        rest.admin().get("/api/v1/tasks?ticket={n}", number).then().extract().path("items.id");
    return ids.isEmpty() ? null : ids.get(0);
  }

  @Test
  void oneRequestAnswersAllOpenSteps() {
    int number = opened("AllAtOnce", "web-2", "critical");
    rest.admin()
        .body(
            Map.of(
                "cause",
                "known",
                "action",
                "restarted",
                "automation",
                "partly",
                "validation",
                "restart test"))
        .post("/api/v1/tickets/{n}/resolve", number)
        .then()
        .statusCode(204);
    rest.fire(Rest.over("AllAtOnce", "web-2", "critical"));
    Rest.eventually().until(() -> rest.status(number).equals("CLOSED"));
    assertThat(rest.timeline(number)).contains("ACKNOWLEDGED", "EXPLAINED", "REVIEWED");
  }

  @Test
  void lowTicketThatClearsByItselfNeedsNobody() {
    int number = opened("Passing", "web-3", "info");
    rest.fire(Rest.over("Passing", "web-3", "info"));
    Rest.eventually().until(() -> rest.status(number).equals("CLOSED"));
    rest.admin()
        .get("/api/v1/tickets/{n}", number)
        .then()
        .body("priority", equalTo("P4"))
        .body("outcome", equalTo("CLEARED_BY_ITSELF"));
    assertThat(rest.timeline(number)).doesNotContain("ACKNOWLEDGED", "EXPLAINED");
  }

  @Test
  void theSameAlertAHundredTimesIsOneTicket() {
    Map<String, Object> alert = Rest.alert("Repeats", "web-4", "warning");
    for (int i = 0; i < 100; i++) {
      rest.fire(alert);
    }
    List<Integer> numbers = rest.tickets("Repeats");
    assertThat(numbers).hasSize(1);
    rest.admin()
        .get("/api/v1/tickets/{n}", numbers.get(0))
        .then()
        .body("imperfections[0].times", equalTo(100));
  }

  @Test
  void firedAgainWithinTheWindowIsTheSameTicket() {
    int number = opened("Flaps", "web-5", "warning");
    rest.fire(Rest.over("Flaps", "web-5", "warning"));
    Rest.eventually().until(() -> rest.status(number).equals("RESOLVED"));
    rest.fire(Rest.alert("Flaps", "web-5", "warning"));
    assertThat(rest.tickets("Flaps")).containsExactly(number);
    Rest.eventually().until(() -> task(number) != null);
    assertThat(rest.status(number)).isEqualTo("OPEN");
  }

  @Test
  void falsePositiveClosesAtOnceAndStaysQuiet() {
    int number = opened("NotReal", "web-6", "critical");
    rest.admin()
        .body(Map.of("why", "check-wrong", "reason", "the limit is too low"))
        .post("/api/v1/tickets/{n}/dismiss", number)
        .then()
        .statusCode(204);
    Rest.eventually().until(() -> rest.status(number).equals("CLOSED"));
    rest.fire(Rest.alert("NotReal", "web-6", "critical"));
    assertThat(rest.tickets("NotReal on web-6")).containsExactly(number);
    rest.admin()
        .body(Map.of("why", "check-wrong", "reason", "once more"))
        .post("/api/v1/tickets/{n}/dismiss", number)
        .then()
        .statusCode(409);
  }

  @Test
  void alertmanagerWebhookMakesOneTicketOfAGroup() {
    String message =
        """
        {"version":"4","groupKey":"{}:{alertname=\\"Hooked\\"}","status":"firing","receiver":"d",
         "alerts":[
          {"status":"firing","labels":{"alertname":"Hooked","instance":"a:1"},"annotations":{},
           "startsAt":"2026-11-22T07:08:14.418Z","endsAt":"0001-01-01T00:00:00Z"},
          {"status":"firing","labels":{"alertname":"Hooked","instance":"b:1"},"annotations":{},
           "startsAt":"2026-11-22T07:08:14.418Z","endsAt":"0001-01-01T00:00:00Z"}]}
        """;
    rest.push().body(message).post("/api/v1/signals/alertmanager").then().statusCode(200);
    List<Integer> numbers = rest.tickets("Hooked");
    assertThat(numbers).hasSize(1);
    rest.admin()
        .get("/api/v1/tickets/{n}", numbers.get(0))
        .then()
        .body("imperfections.size()", equalTo(2));
  }

  @Test
  void brokenInputIsRefusedWithAReason() {
    rest.push()
        .body("{\"a\":")
        .post("/api/v2/alerts")
        .then()
        .statusCode(400)
        .body("detail", notNullValue());
    rest.push()
        .body("[1]")
        .post("/api/v2/alerts")
        .then()
        .statusCode(400)
        .body("detail", containsString("not an object"));
    rest.push()
        .body("[{\"labels\":{}}]")
        .post("/api/v2/alerts")
        .then()
        .statusCode(400)
        .body("detail", containsString("no labels"));
    String deep =
        String.join("", Collections.nCopies(1000, "["))
            + String.join("", Collections.nCopies(1000, "]"));
    rest.push()
        .body(deep)
        .post("/api/v2/alerts")
        .then()
        .statusCode(400)
        .body("detail", containsString("nested"));
    byte[] large = ("[\"" + "x".repeat(10 << 20) + "\"]").getBytes(StandardCharsets.UTF_8);
    rest.push().body(large).post("/api/v2/alerts").then().statusCode(413);
    rest.push().body("[]").post("/api/v1/signals/nobody").then().statusCode(404);
  }

  @Test
  void wrongCredentialsAreRefusedWithoutARedirect() {
    String url = RunningServer.shared().url();
    given()
        .baseUri(url)
        .header("Authorization", "Bearer wrong")
        .body("[]")
        .post("/api/v2/alerts")
        .then()
        .statusCode(401);
    given()
        .baseUri(url)
        .header("Authorization", "Basic %%%")
        .get("/api/v1/dot")
        .then()
        .statusCode(401);
    given().baseUri(url).get("/api/v1/tickets").then().statusCode(401);
    rest.admin().get("/api/v1/tasks?mine=true").then().statusCode(200);
    rest.push().get("/api/v1/dot").then().statusCode(403);
    rest.push()
        .get("/api/v1/tickets")
        .then()
        .statusCode(403)
        .contentType("application/problem+json");
  }

  @Test
  void labelsWithMarkupAndExpressionsAreOnlyText() {
    String nasty = "<script>alert(1)</script> ${7*7} #{7*7}";
    rest.push()
        .body(
            List.of(
                Map.of(
                    "labels",
                    Map.of("alertname", "Nasty", "x", nasty),
                    "annotations",
                    Map.of("summary", "Nasty " + nasty))))
        .post("/api/v2/alerts")
        .then()
        .statusCode(200);
    rest.admin()
        .get("/api/v1/tickets/{n}", rest.tickets("Nasty").get(0))
        .then()
        .body("title", equalTo("Nasty " + nasty))
        .body("labels.x", equalTo(nasty));
  }

  @Test
  void listsAreWalkedByCursor() {
    for (int i = 0; i < 5; i++) {
      rest.fire(Rest.alert("Listed" + i, "web-7", "warning"));
    }
    List<Integer> seen = new ArrayList<>();
    String cursor = "";
    while (cursor != null) {
      var page =
          rest.admin()
              .get("/api/v1/tickets?q=Listed&limit=2&cursor={c}", cursor)
              .then()
              .statusCode(200)
              .extract();
      seen.addAll(page.path("items.number"));
      cursor = page.path("next");
    }
    assertThat(seen).hasSize(5).doesNotHaveDuplicates().isSortedAccordingTo((a, b) -> b - a);
  }
}

package org.dashdot.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What was no real problem asks for a better check, once for each check. */
class FalsePositiveIT {

  private final Rest rest = new Rest(RunningServer.shared());

  private void dismissed(String name, String host) {
    rest.fire(Rest.alert(name, host, "critical"));
    int number = rest.tickets(host).get(0);
    rest.admin()
        .body(Map.of("why", "check-wrong", "reason", "the limit is too low"))
        .post("/api/v1/tickets/{n}/dismiss", number)
        .then()
        .statusCode(204);
    Rest.eventually().until(() -> rest.status(number).equals("CLOSED"));
    assertThat(rest.<String>of(number, "outcome")).isEqualTo("FALSE_POSITIVE");
  }

  @Test
  void falsePositivesOfOneCheckAreCountedOnOneLowTicketUntilItIsDone() {
    dismissed("Untuned", "tune-1");
    List<Integer> tuning = rest.tickets("Tune the check Untuned");
    assertThat(tuning).hasSize(1);
    int first = tuning.get(0);
    assertThat(rest.<String>of(first, "priority")).isEqualTo("P4");
    assertThat(rest.<String>of(first, "team")).isEqualTo("everyone");

    dismissed("Untuned", "tune-2");
    assertThat(rest.tickets("Tune the check Untuned")).containsExactly(first);
    assertThat(notes(first))
        .anyMatch(note -> note.contains("No real problem so far: 1 of 1"))
        .anyMatch(
            note ->
                note.contains(
                    "check wrong): the limit is too low. No real problem so far: 2 of 2"));

    rest.admin()
        .body(Map.of("cause", "limit", "response", "raised", "automation", "no"))
        .post("/api/v1/tickets/{n}/resolve", first)
        .then()
        .statusCode(204);
    Rest.eventually().until(() -> rest.status(first).equals("CLOSED"));
    dismissed("Untuned", "tune-3");
    assertThat(rest.tickets("Tune the check Untuned")).hasSize(2).contains(first);
  }

  @Test
  void whoeverDismissedItByMistakeTakesThatBack() {
    dismissed("TooHasty", "tune-4");
    int number = rest.tickets("TooHasty on tune-4").get(0);
    rest.admin().delete("/api/v1/tickets/{n}/change", number).then().statusCode(200);
    assertThat(rest.status(number)).isEqualTo("OPEN");
    Rest.eventually()
        .until(
            () ->
                !rest.admin()
                    .get("/api/v1/tasks?ticket={n}", number)
                    .then()
                    .extract()
                    .<List<?>>path("items")
                    .isEmpty());
    rest.admin().delete("/api/v1/tickets/{n}/change", number).then().statusCode(409);
    rest.fire(Rest.over("TooHasty", "tune-4", "critical"));
    Rest.eventually().until(() -> !rest.burns(number));
  }

  @Test
  void whatSomebodyOpenedByHandHasNoCheckToTune() {
    int number =
        rest.admin()
            .body(Map.of("title", "By hand and no problem"))
            .post("/api/v1/tickets")
            .then()
            .statusCode(201)
            .extract()
            .path("number");
    rest.admin()
        .body(Map.of("why", "test", "reason", "only a test"))
        .post("/api/v1/tickets/{n}/dismiss", number)
        .then()
        .statusCode(204);
    Rest.eventually().until(() -> rest.status(number).equals("CLOSED"));
    assertThat(rest.tickets("Tune the check by hand")).isEmpty();
  }

  private List<String> notes(int number) {
    return rest.admin()
        .get("/api/v1/tickets/{n}/timeline", number)
        .then()
        .extract()
        .path("items.findAll { it.kind == 'NOTE' }.text");
  }
}

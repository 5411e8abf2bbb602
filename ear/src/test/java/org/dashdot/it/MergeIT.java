package org.dashdot.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Two tickets about one trouble become one, and a mistake is taken back. */
class MergeIT {

  private final Rest rest = new Rest(RunningServer.shared());

  private int opened(String name) {
    rest.fire(Rest.alert(name, "web-3", "warning"));
    return rest.tickets(name).get(0);
  }

  private void merge(int number, int into) {
    rest.admin()
        .body(Map.of("into", String.valueOf(into)))
        .post("/api/v1/tickets/{n}/merge", number)
        .then()
        .statusCode(204);
    Rest.eventually().until(() -> rest.status(number).equals("CLOSED"));
  }

  private List<Map<String, Object>> waiting(int number) {
    return rest.admin().get("/api/v1/tasks?ticket={n}", number).then().extract().path("items");
  }

  @Test
  void mergedTicketEndsAndItsSurvivorCarriesOn() {
    int ticket = opened("MergedAway");
    int survivor = opened("MergedInto");

    merge(ticket, survivor);

    assertThat(waiting(ticket)).isEmpty();
    rest.admin()
        .get("/api/v1/tickets/{n}", ticket)
        .then()
        .body("mergedInto", equalTo(survivor))
        .body("outcome", equalTo("MERGED"));
    rest.admin()
        .get("/api/v1/tickets/{n}", survivor)
        .then()
        .body("imperfections.size()", equalTo(2));
    rest.fire(Rest.over("MergedInto", "web-3", "warning"));
    assertThat(rest.status(survivor)).as("what came with the other burns on").isEqualTo("OPEN");
    rest.fire(Rest.over("MergedAway", "web-3", "warning"));
    Rest.eventually().until(() -> rest.status(survivor).equals("CLOSED"));
  }

  @Test
  void mergeIsTakenBackAndBothGoTheirOwnWays() {
    int ticket = opened("TakenBack");
    int survivor = opened("StaysAlone");
    merge(ticket, survivor);

    rest.admin().delete("/api/v1/tickets/{n}/merge", ticket).then().statusCode(204);

    rest.admin()
        .get("/api/v1/tickets/{n}", ticket)
        .then()
        .body("status", equalTo("OPEN"))
        .body("mergedInto", nullValue())
        .body("closedAt", nullValue());
    assertThat(waiting(ticket)).hasSize(1);
    assertThat(rest.timeline(ticket)).contains("MERGED");
    rest.fire(Rest.over("TakenBack", "web-3", "warning"));
    Rest.eventually().until(() -> rest.status(ticket).equals("CLOSED"));
    assertThat(rest.status(survivor)).isEqualTo("OPEN");
    rest.admin()
        .delete("/api/v1/tickets/{n}/merge", ticket)
        .then()
        .statusCode(409)
        .body("detail", containsString("was not merged"));
  }

  @Test
  void whatCannotCarryOnIsRefused() {
    int ticket = opened("Alone");
    for (String into : List.of(String.valueOf(ticket), "999999999", "x")) {
      int status =
          rest.admin()
              .body(Map.of("into", into))
              .post("/api/v1/tickets/{n}/merge", ticket)
              .statusCode();
      assertThat(status).as(into).isBetween(400, 422);
    }
    assertThat(rest.status(ticket)).isEqualTo("OPEN");
  }
}

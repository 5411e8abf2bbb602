package org.dashdot.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Programs ask who is on duty, and change it for a while. */
class DutyIT {

  @RegisterExtension final Visit visit = Visit.shared();

  private final RunningServer server = RunningServer.shared();
  private final Rest rest = new Rest(server);
  private DutyTeam team;

  @BeforeEach
  void makeTeam() {
    team = new DutyTeam(visit);
  }

  @Test
  void membersOfANewTeamTakeTurnsAndShiftsHaveNoHole() {
    assertThat(team.onDuty()).isIn("Dora First", "Emil Second");
    Instant until = team.now.plus(Duration.ofDays(60));
    List<Map<String, Object>> shifts =
        rest.admin()
            .get(
                "/api/v1/duty/shifts?rotation={r}&from={f}&until={u}",
                team.rotation(),
                team.now.toString(),
                until.toString())
            .then()
            .statusCode(200)
            .extract()
            .path("items");
    String reached = team.now.toString();
    for (Map<String, Object> shift : shifts) {
      assertThat(shift.get("from")).isEqualTo(reached);
      assertThat(shift.get("person")).isNotNull();
      reached = (String) shift.get("until");
    }
    assertThat(reached).isEqualTo(until.toString());
    assertThat(shifts).hasSizeBetween(9, 10);
  }

  @Test
  void overrideChangesWhoIsOnDutyAndEverybodyMayTakeOneThemselvesOnly() {
    int id = team.take("emil", team.now.minusSeconds(60), team.now.plusSeconds(7200));
    assertThat(team.onDuty()).isEqualTo("Emil Second");
    team.dora().delete("/api/v1/duty/overrides/{id}", id).then().statusCode(403);
    Map<String, Object> wish =
        Map.of(
            "rotation", team.rotation(),
            "from", team.now.minusSeconds(60).toString(),
            "until", team.now.plusSeconds(3600).toString());
    int own =
        team.dora()
            .body(wish)
            .post("/api/v1/duty/overrides")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    assertThat(team.onDuty()).as("the last one wins").isEqualTo("Dora First");
    Map<String, Object> foreign = new TreeMap<>(wish);
    foreign.put("person", "emil");
    team.dora().body(foreign).post("/api/v1/duty/overrides").then().statusCode(403);
    team.dora().delete("/api/v1/duty/overrides/{id}", own).then().statusCode(204);
    rest.admin().delete("/api/v1/duty/overrides/{id}", id).then().statusCode(204);
    rest.admin()
        .body(
            Map.of(
                "rotation",
                team.rotation(),
                "from",
                team.now.toString(),
                "until",
                team.now.toString()))
        .post("/api/v1/duty/overrides")
        .then()
        .statusCode(422)
        .body("field", equalTo("until"));
    rest.admin().delete("/api/v1/duty/overrides/{id}", id).then().statusCode(404);
  }

  @Test
  void swapExchangesTwoShiftsAndGoesAsOne() {
    List<String> before = people();
    String first = shift(1, "from");
    String second = shift(2, "from");
    rest.admin()
        .body(Map.of("rotation", team.rotation(), "one", first, "other", second))
        .post("/api/v1/duty/overrides/swap")
        .then()
        .statusCode(204);
    assertThat(people().subList(1, 3)).containsExactly(before.get(2), before.get(1));
    int half =
        rest.admin()
            .get("/api/v1/duty/overrides")
            .then()
            .extract()
            .path("items.find { it.team == '" + team.name + "' }.id");
    rest.admin().delete("/api/v1/duty/overrides/{id}", half).then().statusCode(204);
    assertThat(people()).isEqualTo(before);
  }

  private List<String> people() {
    return shifts("person");
  }

  private String shift(int index, String member) {
    return this.<String>shifts(member).get(index);
  }

  private <T> List<T> shifts(String member) {
    return rest.admin()
        .get(
            "/api/v1/duty/shifts?rotation={r}&from={f}&until={u}",
            team.rotation(),
            team.now.toString(),
            team.now.plus(Duration.ofDays(40)).toString())
        .then()
        .statusCode(200)
        .extract()
        .path("items." + member);
  }

  @Test
  void whereEverybodyIsAwayIsAGapWhichIsOneTicketUntilItIsMended() {
    int first = away("dora");
    assertThat(team.onDuty()).isEqualTo("Emil Second");
    int second = away("emil");
    assertThat(team.onDuty()).isNull();
    String title = "Nobody is on duty for team " + team.name;
    int ticket = rest.awaitTicket(title);
    Rest.eventually().until(() -> rest.burns(ticket));
    rest.admin()
        .get("/api/v1/duty/quality")
        .then()
        .statusCode(200)
        .body("items.find { it.team == '" + team.name + "' }.gaps.size()", equalTo(1))
        .body(
            "items.find { it.team == '" + team.name + "' }.unreachable.person",
            hasItem("Emil Second"));

    rest.admin().delete("/api/v1/duty/absences/{id}", first).then().statusCode(204);

    Rest.eventually().until(() -> !rest.burns(ticket));
    assertThat(rest.tickets(title)).hasSize(1);
    rest.admin().delete("/api/v1/duty/absences/{id}", second).then().statusCode(204);
    team.dora()
        .body(
            Map.of(
                "person", "emil",
                "from", team.now.toString(),
                "until", team.now.plusSeconds(60).toString()))
        .post("/api/v1/duty/absences")
        .then()
        .statusCode(403);
  }

  @Test
  void gapWithinADayIsATicketBeforeItBegins() {
    int first = away("dora", Duration.ofHours(2));
    int second = away("emil", Duration.ofHours(5));
    assertThat(team.onDuty()).isNotNull();
    int ticket = rest.awaitTicket("Nobody will be on duty for " + team.name + ", first from");
    assertThat(rest.<String>of(ticket, "priority")).isEqualTo("P3");

    rest.admin().delete("/api/v1/duty/absences/{id}", second).then().statusCode(204);

    Rest.eventually().until(() -> !rest.burns(ticket));
    rest.admin().delete("/api/v1/duty/absences/{id}", first).then().statusCode(204);
  }

  private int away(String login) {
    return away(login, Duration.ofMinutes(-1));
  }

  private int away(String login, Duration begins) {
    return rest.admin()
        .body(
            Map.of(
                "person",
                login,
                "from",
                team.now.plus(begins).toString(),
                "until",
                team.now.plus(Duration.ofHours(30)).toString(),
                "reason",
                "ill"))
        .post("/api/v1/duty/absences")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  @Test
  void calendarsLeaveAndComeAllOrNothing() {
    rest.admin()
        .get("/api/v1/duty/rotations/{r}/calendar.ics", team.rotation())
        .then()
        .statusCode(200)
        .contentType(containsString("text/calendar"))
        .body(containsString("BEGIN:VEVENT"))
        .body(containsString("dora@example.org"));
    String good = DutyTeam.event("emil", Duration.ofHours(3));
    importing(good + DutyTeam.event("who is that", Duration.ofHours(4)))
        .statusCode(422)
        .contentType(containsString("problem+json"))
        .body("field", equalTo("calendar"))
        .body("detail", containsString("Event 2 “who is that”"));
    rest.admin().get("/api/v1/duty/overrides").then().body("items.team", not(hasItem(team.name)));
    importing(good + DutyTeam.event("DORA@example.org", Duration.ofHours(3)))
        .statusCode(200)
        .body("overrides", equalTo(2));
    importing("no calendar at all").statusCode(422);
  }

  private ValidatableResponse importing(String events) {
    return given()
        .baseUri(server.url())
        .auth()
        .preemptive()
        .basic("admin", RunningServer.ADMIN_PASSWORD)
        .contentType("text/calendar")
        .body(
            (events.startsWith("BEGIN") ? DutyTeam.calendar(events) : events)
                .getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/duty/rotations/{r}/calendar", team.rotation())
        .then();
  }
}

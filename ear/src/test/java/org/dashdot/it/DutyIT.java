package org.dashdot.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** People plan who is on duty, say when they are away, and hand a shift over. */
class DutyIT {

  private static final String PASSWORD = "long enough for a test";
  private static final DateTimeFormatter ICS =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  @RegisterExtension final Visit visit = Visit.shared();

  private final RunningServer server = RunningServer.shared();
  private final Rest rest = new Rest(server);
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private String team;

  /** A team of its own with two members, who take turns of a week. */
  @BeforeEach
  void makeTeam() {
    team = "duty " + System.nanoTime();
    visit.logInAt("/admin/people");
    addPerson("dora", "Dora First", "dora@example.org");
    addPerson("emil", "Emil Second", "");
    Page page = visit.page();
    visit.open("/admin/teams");
    page.fill("[id='team:name']", team);
    List.of("Dora First", "Emil Second")
        .forEach(
            name -> page.getByLabel(name, new Page.GetByLabelOptions().setExact(true)).check());
    submit("team");
  }

  private void addPerson(String login, String name, String mail) {
    Page page = visit.page();
    if (page.getByText(name, new Page.GetByTextOptions().setExact(true)).count() > 0) {
      return;
    }
    page.fill("[id='person:login']", login);
    page.fill("[id='person:name']", name);
    page.fill("[id='person:email']", mail);
    page.fill("[id='person:password']", PASSWORD);
    submit("person");
  }

  private void submit(String form) {
    visit.page().locator("form[id='" + form + "'] button[type=submit]").first().click();
    visit.page().locator(".messages .fine").waitFor();
  }

  private RequestSpecification dora() {
    return given()
        .baseUri(server.url())
        .auth()
        .preemptive()
        .basic("dora", PASSWORD)
        .contentType("application/json");
  }

  private <T> T ofTeam(String member) {
    return rest.admin()
        .get("/api/v1/duty")
        .then()
        .statusCode(200)
        .extract()
        .path("items.find { it.team == '" + team + "' }." + member);
  }

  private int rotation() {
    return ofTeam("rotation");
  }

  private String onDuty() {
    return ofTeam("person");
  }

  private int take(String login, Duration until) {
    return rest.admin()
        .body(
            Map.of(
                "rotation", rotation(),
                "person", login,
                "from", now.minusSeconds(60).toString(),
                "until", now.plus(until).toString()))
        .post("/api/v1/duty/overrides")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  @Test
  void membersOfANewTeamTakeTurnsAndShiftsHaveNoHole() {
    assertThat(onDuty()).isIn("Dora First", "Emil Second");
    Instant until = now.plus(Duration.ofDays(60));
    List<Map<String, Object>> shifts =
        rest.admin()
            .get(
                "/api/v1/duty/shifts?rotation={r}&from={f}&until={u}",
                rotation(),
                now.toString(),
                until.toString())
            .then()
            .statusCode(200)
            .extract()
            .path("items");
    String reached = now.toString();
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
    int id = take("emil", Duration.ofHours(2));
    assertThat(onDuty()).isEqualTo("Emil Second");
    dora().delete("/api/v1/duty/overrides/{id}", id).then().statusCode(403);
    Map<String, Object> wish =
        Map.of(
            "rotation", rotation(),
            "from", now.minusSeconds(60).toString(),
            "until", now.plusSeconds(3600).toString());
    int own =
        dora()
            .body(wish)
            .post("/api/v1/duty/overrides")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    assertThat(onDuty()).as("the last one wins").isEqualTo("Dora First");
    Map<String, Object> foreign = new TreeMap<>(wish);
    foreign.put("person", "emil");
    dora().body(foreign).post("/api/v1/duty/overrides").then().statusCode(403);
    dora().delete("/api/v1/duty/overrides/{id}", own).then().statusCode(204);
    rest.admin().delete("/api/v1/duty/overrides/{id}", id).then().statusCode(204);
    rest.admin()
        .body(Map.of("rotation", rotation(), "from", now.toString(), "until", now.toString()))
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
        .body(Map.of("rotation", rotation(), "one", first, "other", second))
        .post("/api/v1/duty/overrides/swap")
        .then()
        .statusCode(204);
    assertThat(people().subList(1, 3)).containsExactly(before.get(2), before.get(1));
    int half =
        rest.admin()
            .get("/api/v1/duty/overrides")
            .then()
            .extract()
            .path("items.find { it.team == '" + team + "' }.id");
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
            rotation(),
            now.toString(),
            now.plus(Duration.ofDays(40)).toString())
        .then()
        .statusCode(200)
        .extract()
        .path("items." + member);
  }

  @Test
  void whereEverybodyIsAwayIsAGapWhichIsOneTicketUntilItIsMended() {
    int first = away("dora");
    assertThat(onDuty()).isEqualTo("Emil Second");
    int second = away("emil");
    assertThat(onDuty()).isNull();
    String title = "Nobody is on duty for team " + team;
    int ticket = rest.awaitTicket(title);
    Rest.eventually().until(() -> rest.burns(ticket));
    rest.admin()
        .get("/api/v1/duty/quality")
        .then()
        .statusCode(200)
        .body("items.find { it.team == '" + team + "' }.gaps.size()", equalTo(1))
        .body(
            "items.find { it.team == '" + team + "' }.unreachable.person", hasItem("Emil Second"));

    rest.admin().delete("/api/v1/duty/absences/{id}", first).then().statusCode(204);

    Rest.eventually().until(() -> !rest.burns(ticket));
    assertThat(rest.tickets(title)).hasSize(1);
    rest.admin().delete("/api/v1/duty/absences/{id}", second).then().statusCode(204);
    dora()
        .body(
            Map.of(
                "person", "emil",
                "from", now.toString(),
                "until", now.plusSeconds(60).toString()))
        .post("/api/v1/duty/absences")
        .then()
        .statusCode(403);
  }

  private int away(String login) {
    return rest.admin()
        .body(
            Map.of(
                "person",
                login,
                "from",
                now.minusSeconds(60).toString(),
                "until",
                now.plus(Duration.ofHours(30)).toString(),
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
        .get("/api/v1/duty/rotations/{r}/calendar.ics", rotation())
        .then()
        .statusCode(200)
        .contentType(containsString("text/calendar"))
        .body(containsString("BEGIN:VEVENT"))
        .body(containsString("dora@example.org"));
    String good = event("emil", Duration.ofHours(3));
    importing(good + event("who is that", Duration.ofHours(4)))
        .statusCode(422)
        .contentType(containsString("problem+json"))
        .body("field", equalTo("calendar"))
        .body("detail", containsString("Event 2 “who is that”"));
    rest.admin().get("/api/v1/duty/overrides").then().body("items.team", not(hasItem(team)));
    importing(good + event("DORA@example.org", Duration.ofHours(3)))
        .statusCode(200)
        .body("overrides", equalTo(2));
    importing("no calendar at all").statusCode(422);
  }

  private static String event(String who, Duration length) {
    Instant begin = Instant.now().plus(Duration.ofDays(2));
    return "BEGIN:VEVENT\r\nUID:"
        + begin.toEpochMilli()
        + who.hashCode()
        + "\r\nDTSTAMP:"
        + ICS.format(begin)
        + "\r\nDTSTART:"
        + ICS.format(begin)
        + "\r\nDTEND:"
        + ICS.format(begin.plus(length))
        + "\r\nSUMMARY:"
        + who
        + "\r\nEND:VEVENT\r\n";
  }

  private static String calendar(String events) {
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\n"
        + events
        + "END:VCALENDAR\r\n";
  }

  private ValidatableResponse importing(String events) {
    return given()
        .baseUri(server.url())
        .auth()
        .preemptive()
        .basic("admin", RunningServer.ADMIN_PASSWORD)
        .contentType("text/calendar")
        .body(
            (events.startsWith("BEGIN") ? calendar(events) : events)
                .getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/duty/rotations/{r}/calendar", rotation())
        .then();
  }

  @Test
  void pagesPlanARotationWithLayersAndTakeACalendar() {
    int first = rotation();
    visit.open("/duty/rotation");
    Page page = visit.page();
    page.selectOption("[id='rotation:team']", new SelectOption().setLabel(team));
    page.fill("[id='rotation:name']", "first");
    page.locator("form[id=rotation] button[type=submit]").first().click();
    assertThat(page.locator(".field:has([id='rotation:name']) .fault").textContent())
        .contains("already");
    page.fill("[id='rotation:name']", "second");
    page.fill("[id='rotation:zone']", "Europe/Berlin");
    page.uncheck("[id='rotation:watched']");
    submit("rotation");
    page.getByText("Add a layer on top").click();
    page.selectOption("[id='layer:kind']", "DAILY");
    page.getByLabel("Monday", new Page.GetByLabelOptions().setExact(true)).check();
    page.selectOption("[id='layer:turns:0:who']", new SelectOption().setLabel("Emil Second"));
    page.selectOption("[id='layer:turns:1:who']", new SelectOption().setLabel("Dora First"));
    submit("layer");
    Locator layer = page.locator("[id=layers] .word");
    assertThat(layer.textContent()).contains("Emil Second, Dora First", "Every day, 09:00", "Mon");

    visit.open("/duty/changes?rotation=" + first);
    page.setInputFiles(
        "[id='import:calendar']",
        new FilePayload(
            "bad.ics", "text/calendar", calendar(event("nobody", Duration.ofHours(1))).getBytes()));
    page.locator("form[id=import] button[type=submit]").click();
    assertThat(page.locator(".fault").first().textContent()).contains("Nothing was imported");
    page.setInputFiles(
        "[id='import:calendar']",
        new FilePayload(
            "good.ics", "text/calendar", calendar(event("dora", Duration.ofHours(1))).getBytes()));
    submit("import");
    assertThat(page.locator("[id=open] .word").count()).isEqualTo(1);
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Give back: Dora First"))
        .click();
    page.locator(".messages .fine").waitFor();
    assertThat(page.locator("[id=open] .word").count()).isZero();
    visit.open("/duty");
    assertThat(page.locator(".rotation", new Page.LocatorOptions().setHasText(team)).count())
        .isEqualTo(2);
  }

  @Test
  void theNextPersonTakesOverWhatIsHighInTheLastQuarterOfAnHour() {
    String outgoing = onDuty();
    // Whoever has the week hands over to the administrator in ten minutes.
    int other =
        rest.admin()
            .body(
                Map.of(
                    "rotation", rotation(),
                    "from", now.plusSeconds(600).toString(),
                    "until", now.plusSeconds(7200).toString()))
            .post("/api/v1/duty/overrides")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    rest.fire(
        Map.of(
            "labels",
                Map.of(
                    "alertname", "HandMe", "instance", team, "severity", "critical", "team", team),
            "annotations", Map.of("summary", "HandMe of " + team),
            "endsAt", now.plusSeconds(3600).toString()));
    int ticket = rest.awaitTicket("HandMe of " + team);
    assertThat(rest.<String>of(ticket, "assignee")).isEqualTo(outgoing);
    visit.open("/duty/handover");
    Page page = visit.page();
    Locator card = page.locator(".handover", new Page.LocatorOptions().setHasText(team));
    assertThat(card.textContent()).contains(outgoing, "Administrator", "HandMe of " + team);
    visit.fullShot("duty-handover");
    card.locator("textarea").fill("look at the disk");
    card.getByText("Save the note").click();
    page.locator(".messages .fine").waitFor();
    assertThat(card.locator("textarea").inputValue()).isEqualTo("look at the disk");

    card.getByText("Take all").click();

    page.locator(".messages .fine").waitFor();
    assertThat(card.textContent()).contains("taken by Administrator");
    assertThat(rest.<String>of(ticket, "assignee")).isEqualTo("Administrator");
    rest.admin().delete("/api/v1/duty/overrides/{id}", other).then().statusCode(204);
    rest.fire(
        Map.of(
            "labels",
                Map.of(
                    "alertname", "HandMe", "instance", team, "severity", "critical", "team", team),
            "endsAt", now.minusSeconds(1).toString()));
  }
}

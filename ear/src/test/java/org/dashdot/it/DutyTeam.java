package org.dashdot.it;

import static io.restassured.RestAssured.given;

import com.microsoft.playwright.Page;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** A team of its own for one test, whose two members take turns of a week. */
final class DutyTeam {

  static final String PASSWORD = "long enough for a test";
  private static final DateTimeFormatter ICS =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  final String name = "duty " + System.nanoTime();
  final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  private final Rest rest = new Rest(RunningServer.shared());

  /** Made by the administrator, who is logged in afterwards. */
  DutyTeam(Visit visit) {
    visit.logInAt("/admin/people");
    addPerson(visit, "dora", "Dora First", "dora@example.org");
    addPerson(visit, "emil", "Emil Second", "");
    Page page = visit.page();
    visit.open("/admin/teams");
    page.fill("[id='team:name']", name);
    List.of("Dora First", "Emil Second")
        .forEach(one -> page.getByLabel(one, new Page.GetByLabelOptions().setExact(true)).check());
    submit(visit, "team");
  }

  static void addPerson(Visit visit, String login, String name, String mail) {
    Page page = visit.page();
    if (page.getByText(name, new Page.GetByTextOptions().setExact(true)).count() > 0) {
      return;
    }
    page.fill("[id='person:login']", login);
    page.fill("[id='person:name']", name);
    page.fill("[id='person:email']", mail);
    page.fill("[id='person:password']", PASSWORD);
    submit(visit, "person");
  }

  static void submit(Visit visit, String form) {
    visit.page().locator("form[id='" + form + "'] button[type=submit]").first().click();
    visit.page().locator(".messages .fine").waitFor();
  }

  /** What Dora, who is an operator, may do. */
  RequestSpecification dora() {
    return given()
        .baseUri(RunningServer.shared().url())
        .auth()
        .preemptive()
        .basic("dora", PASSWORD)
        .contentType("application/json");
  }

  private <T> T of(String member) {
    return rest.admin()
        .get("/api/v1/duty")
        .then()
        .statusCode(200)
        .extract()
        .path("items.find { it.team == '" + name + "' }." + member);
  }

  int rotation() {
    return of("rotation");
  }

  /** Null in a gap. */
  String onDuty() {
    return of("person");
  }

  /** Somebody takes over; returns the override's id. */
  int take(String login, Instant from, Instant until) {
    return rest.admin()
        .body(
            Map.of(
                "rotation", rotation(),
                "person", login,
                "from", from.toString(),
                "until", until.toString()))
        .post("/api/v1/duty/overrides")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  /** An event in two days. */
  static String event(String who, Duration length) {
    Instant begin = Instant.now().plus(Duration.ofDays(2));
    return String.join(
        "\r\n",
        "BEGIN:VEVENT",
        "UID:" + begin.toEpochMilli() + who.hashCode(),
        "DTSTAMP:" + ICS.format(begin),
        "DTSTART:" + ICS.format(begin),
        "DTEND:" + ICS.format(begin.plus(length)),
        "SUMMARY:" + who,
        "END:VEVENT",
        "");
  }

  static String calendar(String events) {
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\n"
        + events
        + "END:VCALENDAR\r\n";
  }
}

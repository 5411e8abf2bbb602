package org.dashdot.it;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** A running server's REST as an administrator and as a pushing source. */
final class Rest {

  static final String TOKEN = "push-token-for-tests-only";

  private final String url;

  Rest(RunningServer server) {
    this.url = server.url();
  }

  RequestSpecification admin() {
    return given()
        .baseUri(url)
        .auth()
        .preemptive()
        .basic("admin", RunningServer.ADMIN_PASSWORD)
        .contentType("application/json");
  }

  RequestSpecification push() {
    return given()
        .baseUri(url)
        .header("Authorization", "Bearer " + TOKEN)
        .contentType("application/json");
  }

  /** An alert as Prometheus writes it, firing for an hour unless it says otherwise. */
  static Map<String, Object> alert(String name, String host, String severity) {
    return Map.of(
        "labels", Map.of("alertname", name, "instance", host + ":9100", "severity", severity),
        "annotations", Map.of("summary", name + " on " + host),
        "endsAt", java.time.Instant.now().plusSeconds(3600).toString());
  }

  static Map<String, Object> over(String name, String host, String severity) {
    return Map.of(
        "labels", Map.of("alertname", name, "instance", host + ":9100", "severity", severity),
        "annotations", Map.of("summary", name + " on " + host),
        "endsAt", java.time.Instant.now().minusSeconds(1).toString());
  }

  void fire(Map<String, Object> alert) {
    push().body(List.of(alert)).post("/api/v2/alerts").then().statusCode(200);
  }

  /**
   * Whose title holds this text as it stands, newest first; where none does, all that are found.
   */
  List<Integer> tickets(String text) {
    List<Map<String, Object>> found =
        admin().get("/api/v1/tickets?q={q}", text).then().statusCode(200).extract().path("items");
    List<Map<String, Object>> named =
        found.stream().filter(one -> String.valueOf(one.get("title")).contains(text)).toList();
    return (named.isEmpty() ? found : named)
        .stream().map(one -> (Integer) one.get("number")).toList();
  }

  /** How many tickets there are of each title that begins so, of all that were ever opened. */
  Map<String, Long> countByTitle(String prefix) {
    List<String> titles = new ArrayList<>();
    String cursor = "";
    while (cursor != null) {
      var page =
          admin()
              .get("/api/v1/tickets?q={q}&limit=200&cursor={c}", prefix, cursor)
              .then()
              .statusCode(200)
              .extract();
      titles.addAll(page.<List<String>>path("items.title"));
      cursor = page.path("next");
    }
    return counted(titles, prefix);
  }

  /** How many human steps wait on tickets of each title that begins so. */
  Map<String, Long> stepsByTitle(String prefix) {
    return counted(
        admin().get("/api/v1/tasks").then().statusCode(200).extract().path("items.title"), prefix);
  }

  private static Map<String, Long> counted(List<String> titles, String prefix) {
    return titles.stream()
        .filter(title -> title.startsWith(prefix))
        .collect(Collectors.groupingBy(title -> title, TreeMap::new, Collectors.counting()));
  }

  /** The newest ticket with this text, as soon as there is one. */
  int awaitTicket(String text) {
    eventually().until(() -> !tickets(text).isEmpty());
    return tickets(text).get(0);
  }

  /** A member of a ticket, by its path. */
  <T> T of(int number, String path) {
    return admin().get("/api/v1/tickets/{n}", number).then().extract().path(path);
  }

  String status(int number) {
    return of(number, "status");
  }

  boolean unconfirmed(int number) {
    return of(number, "unconfirmed");
  }

  boolean burns(int number) {
    return List.of("OPEN", "ACKNOWLEDGED").contains(status(number));
  }

  /** What the dot cannot see. */
  List<String> blind() {
    return admin().get("/api/v1/dot").then().extract().path("blind");
  }

  /** Whether a source speaks, in one word. */
  String liveness(String source) {
    return admin()
        .get("/api/v1/sources")
        .then()
        .statusCode(200)
        .extract()
        .path("items.find { it.name == '" + source + "' }.liveness");
  }

  List<String> timeline(int number) {
    return admin().get("/api/v1/tickets/{n}/timeline", number).then().extract().path("items.kind");
  }

  static ConditionFactory eventually() {
    return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(250));
  }
}

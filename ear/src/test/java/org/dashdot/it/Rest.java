package org.dashdot.it;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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

  /** The numbers of the tickets with this text, newest first. */
  List<Integer> tickets(String text) {
    return admin()
        .get("/api/v1/tickets?q={q}", text)
        .then()
        .statusCode(200)
        .extract()
        .path("items.number");
  }

  String status(int number) {
    return admin().get("/api/v1/tickets/{n}", number).then().extract().path("status");
  }

  List<String> timeline(int number) {
    return admin().get("/api/v1/tickets/{n}/timeline", number).then().extract().path("items.kind");
  }

  static ConditionFactory eventually() {
    return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(250));
  }
}

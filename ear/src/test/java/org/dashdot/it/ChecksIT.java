package org.dashdot.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;

import io.restassured.path.json.JsonPath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Measured values and logged lines, as Telegraf pushes them, become tickets through checks. */
class ChecksIT {

  private final Rest rest = new Rest(RunningServer.shared());

  private static Map<String, Object> check(String name, int raise, int clear) {
    return Map.of(
        "name",
        name,
        "integrations",
        new String[] {"telegraf"},
        "metric",
        "tank_level_percent",
        "raise",
        raise,
        "clear",
        clear,
        "severity",
        "warning",
        "summary",
        "{{tank}} is {{value}} % full on {{host}}");
  }

  private void tank(String name, double level) {
    telegraf("tank,host=plant-1,tank=" + name + " level_percent=" + level + " " + nanos());
  }

  private void telegraf(String lines) {
    rest.admin()
        .contentType("text/plain")
        .body(lines.getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/signals/telegraf")
        .then()
        .statusCode(200);
  }

  private static long nanos() {
    Instant now = Instant.now();
    return now.getEpochSecond() * 1_000_000_000L + now.getNano();
  }

  private JsonPath dryRun(Map<String, Object> check) {
    return rest.admin()
        .body(check)
        .post("/api/v1/checks/dry-run")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  @Test
  void aCheckIsTriedSavedAndRaisesAndClearsATicket() {
    tank("tried", 70);
    JsonPath tried = dryRun(check("TankFull", 60, 50));
    assertThat(tried.getInt("raised")).isGreaterThanOrEqualTo(1);
    assertThat(tried.getList("first.summary")).contains("tried is 70 % full on plant-1");
    assertThat(dryRun(check("TankFull", 90, 80)).getInt("raised")).isZero();

    rest.admin()
        .body(check("TankFull", 60, 50))
        .put("/api/v1/checks/TankFull")
        .then()
        .statusCode(200)
        .body("version", equalTo(1))
        .body("condition", equalTo("tank_level_percent ≥ 60; over below 50"));
    Rest.eventually()
        .until(
            () -> {
              tank("north", 71);
              return !rest.tickets("north is 71 % full on plant-1").isEmpty();
            });
    int ticket = rest.awaitTicket("north is 71 % full on plant-1");
    assertThat(rest.burns(ticket)).isTrue();
    tank("north", 55);
    assertThat(rest.burns(ticket)).as("between the levels").isTrue();
    tank("north", 20);
    tank("tried", 20);
    Rest.eventually().until(() -> !rest.burns(ticket));

    rest.admin()
        .body(check("TankFull", 95, 90))
        .put("/api/v1/checks/TankFull?basedOn=1")
        .then()
        .statusCode(200)
        .body("version", equalTo(2));
    rest.admin()
        .body(check("TankFull", 96, 90))
        .put("/api/v1/checks/TankFull?basedOn=1")
        .then()
        .statusCode(409)
        .body("detail", containsString("version 2"));
    rest.admin()
        .body(Map.of("enabled", false))
        .put("/api/v1/checks/TankFull/enabled")
        .then()
        .statusCode(200)
        .body("enabled", equalTo(false));
    rest.admin()
        .get("/api/v1/checks/TankFull")
        .then()
        .statusCode(200)
        .body("items.version", equalTo(java.util.List.of(3, 2, 1)));
  }

  @Test
  void whatIsWrongWithACheckIsSaidByItsMember() {
    rest.admin()
        .body(check("Wrong", 50, 60))
        .put("/api/v1/checks/Wrong")
        .then()
        .statusCode(422)
        .body("field", equalTo("clear"));
    rest.admin().body(check("Wrong", 2, 1)).put("/api/v1/checks/Other").then().statusCode(422);
    rest.admin().get("/api/v1/checks/Wrong").then().statusCode(404);
    rest.push().body(check("Wrong", 2, 1)).put("/api/v1/checks/Wrong").then().statusCode(403);
  }

  @Test
  void whatTheKernelLoggedRaisesATicket() {
    String line =
        "syslog,hostname=kern-1,appname=kernel,severity=crit,facility=kern"
            + " message=\"Out of memory: Killed process 4711 (java) total-vm:8kB\","
            + "severity_code=2i,facility_code=0i,timestamp="
            + nanos()
            + "i "
            + nanos();
    telegraf(line);
    int ticket = rest.awaitTicket("The kernel killed java on kern-1");
    assertThat(rest.<String>of(ticket, "priority")).isEqualTo("P2");
    telegraf(line);
    assertThat(rest.tickets("The kernel killed java on kern-1")).containsExactly(ticket);
    rest.admin()
        .body(Map.of("cause", "too small", "action", "more memory"))
        .post("/api/v1/tickets/{n}/resolve", ticket);
  }

  @Test
  void theShippedChecksAreInForceAndACompressedPushIsRead() throws IOException {
    rest.admin()
        .get("/api/v1/checks")
        .then()
        .statusCode(200)
        .body("items.name", hasItem("HostDiskFull"))
        .body("items.size()", greaterThan(25));
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(
          ("system,host=zip-1 uptime=1i " + nanos() + "\n").getBytes(StandardCharsets.UTF_8));
    }
    rest.admin()
        .contentType("text/plain")
        .header("Content-Encoding", "gzip")
        .body(packed.toByteArray())
        .post("/api/v1/signals/telegraf")
        .then()
        .statusCode(200);
  }
}

package org.dashdot.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known or planned raises no ticket, and nothing of it is lost. */
class SilencesIT {

  private final RunningServer server = RunningServer.shared();
  private final Rest rest = new Rest(server);

  @TempDir Path folder;

  private String amtool(String... arguments) throws IOException, InterruptedException {
    Path login = folder.resolve("http.yml");
    Files.writeString(
        login,
        "basic_auth:\n  username: admin\n  password: " + RunningServer.ADMIN_PASSWORD + "\n");
    List<String> command = new ArrayList<>();
    command.add(Programs.find("amtool"));
    command.add("--alertmanager.url=" + server.url() + "/");
    command.add("--http.config.file=" + login);
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String error = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(said + error).isZero();
    return said;
  }

  private int high() {
    return rest.admin().get("/api/v1/dot").then().extract().path("high");
  }

  private int ticketOf(String silence) {
    return rest.admin()
        .get("/api/v1/silences")
        .then()
        .statusCode(200)
        .extract()
        .path("items.find { it.id == '" + silence + "' }.ticket");
  }

  @Test
  void amtoolSilencesWhatBurnsAndItsEndBringsItBack() throws Exception {
    rest.fire(Rest.alert("QuietDisk", "quiet-1", "critical"));
    int ticket = rest.awaitTicket("QuietDisk on quiet-1");
    int before = high();
    assertThat(amtool("alert", "query", "alertname=QuietDisk")).contains("QuietDisk on quiet-1");

    String silence =
        amtool("silence", "add", "--duration=1h", "--comment=known", "alertname=QuietDisk").trim();

    int collecting = ticketOf(silence);
    Rest.eventually().until(() -> rest.status(ticket).equals("CLOSED"));
    rest.admin()
        .get("/api/v1/tickets/{n}", ticket)
        .then()
        .body("outcome", equalTo("MERGED"))
        .body("mergedInto", equalTo(collecting));
    assertThat(high()).isEqualTo(before - 1);
    rest.fire(Rest.alert("QuietDisk", "quiet-2", "critical"));
    rest.admin()
        .get("/api/v1/tickets/{n}", collecting)
        .then()
        .body("priority", equalTo("P4"))
        .body("status", equalTo("OPEN"))
        .body("assignee", equalTo("Administrator"))
        .body("imperfections.size()", equalTo(2));
    assertThat(rest.tickets("QuietDisk on quiet-2")).isEmpty();
    assertThat(rest.<List<?>>of(collecting, "imperfections")).hasSize(2);
    assertThat(amtool("silence", "query")).contains(silence.substring(0, 8));
    assertThat(amtool("alert", "query", "alertname=QuietDisk")).doesNotContain("quiet-2");
    assertThat(amtool("alert", "query", "--silenced", "alertname=QuietDisk")).contains("quiet-2");

    amtool("silence", "expire", silence);

    Rest.eventually().until(() -> !rest.tickets("QuietDisk on quiet-2").isEmpty());
    int first = rest.tickets("QuietDisk on quiet-1").get(0);
    assertThat(first).as("a ticket of its own again").isNotEqualTo(ticket);
    assertThat(rest.burns(first)).isTrue();
    Rest.eventually().until(() -> rest.status(collecting).equals("CLOSED"));
    assertThat(rest.<String>of(collecting, "outcome")).isEqualTo("WINDOW_OVER");
    rest.fire(Rest.over("QuietDisk", "quiet-1", "critical"));
    rest.fire(Rest.over("QuietDisk", "quiet-2", "critical"));
  }

  @Test
  void whatIsOverBeforeItsWindowEndsNeedsNobody() {
    String silence =
        rest.admin()
            .body(
                Map.of(
                    "kind", "maintenance",
                    "matchers", "alertname=\"Planned\", host=~\"plan-.*\"",
                    "endsAt", Instant.now().plusSeconds(3600).toString(),
                    "reason", "disks are changed"))
            .post("/api/v1/silences")
            .then()
            .statusCode(201)
            .body("state", equalTo("active"))
            .extract()
            .path("id");
    rest.fire(Rest.alert("Planned", "plan-1", "critical"));
    rest.fire(Rest.over("Planned", "plan-1", "critical"));
    rest.fire(Rest.alert("Planned", "plan-1", "critical"));
    rest.fire(Rest.over("Planned", "plan-1", "critical"));
    int collecting = ticketOf(silence);
    assertThat(rest.<String>of(collecting, "priority")).isEqualTo("P4");
    assertThat(rest.burns(collecting)).as("the window goes on").isTrue();
    rest.admin()
        .body(Map.of("cause", "x", "action", "y"))
        .post("/api/v1/tickets/{n}/resolve", collecting)
        .then()
        .statusCode(409)
        .body("detail", containsString("end that instead"));

    rest.admin().delete("/api/v1/silences/{id}", silence).then().statusCode(204);

    Rest.eventually().until(() -> rest.status(collecting).equals("CLOSED"));
    assertThat(rest.tickets("Planned on plan-1")).isEmpty();
  }

  @Test
  void whatSpeaksForOthersSilencesThemWhileItBurns() {
    rest.fire(Rest.alert("HostDown", "down-1", "critical"));
    rest.fire(Rest.alert("DiskSlow", "down-1", "warning"));
    assertThat(rest.tickets("DiskSlow on down-1")).isEmpty();
    List<String> by =
        rest.admin()
            .get("/api/v2/alerts?filter={f}", "alertname=\"DiskSlow\"")
            .then()
            .statusCode(200)
            .body("[0].status.state", equalTo("suppressed"))
            .extract()
            .path("[0].status.inhibitedBy");
    assertThat(by).hasSize(1);

    rest.fire(Rest.over("HostDown", "down-1", "critical"));

    Rest.eventually().until(() -> !rest.tickets("DiskSlow on down-1").isEmpty());
    rest.fire(Rest.over("DiskSlow", "down-1", "warning"));
  }

  @Test
  void whatMakesNoSenseIsRefusedByField() {
    for (Map<String, String> wrong :
        List.of(
            Map.of("matchers", "", "reason", "x", "endsAt", "2999-01-01T00:00:00Z"),
            Map.of("matchers", "a=~\"(\"", "reason", "x", "endsAt", "2999-01-01T00:00:00Z"),
            Map.of("matchers", "a=~\".*\"", "reason", "x", "endsAt", "2999-01-01T00:00:00Z"))) {
      rest.admin()
          .body(wrong)
          .post("/api/v1/silences")
          .then()
          .statusCode(422)
          .body("field", equalTo("matchers"));
    }
    rest.admin()
        .body(Map.of("matchers", "a=\"b\"", "reason", "x", "endsAt", "2020-01-01T00:00:00Z"))
        .post("/api/v1/silences")
        .then()
        .statusCode(422)
        .body("field", equalTo("endsAt"));
    rest.admin().delete("/api/v1/silences/{id}", "none").then().statusCode(404);
  }
}

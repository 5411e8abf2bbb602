package org.dashdot.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The data of the product's previous state, with a ticket at every wait of its process, starts
 * under this one, and every ticket that is open can be closed.
 */
@Execution(ExecutionMode.CONCURRENT)
class UpgradeIT {

  @TempDir Path folder;

  private Rest rest;

  @Test
  void everyTicketOfThePreviousStateCanBeClosed() throws Exception {
    try (RunningServer server = RunningServer.of("upgrade")) {
      restore(server);
      server.start();
      rest = new Rest(server);
      turnsGoOn();
      // Tickets are found by their words as soon as the index has been filled with them.
      Rest.eventually().until(() -> open().containsKey("UpUnacknowledged"));
      Map<String, Integer> open = open();
      assertThat(open)
          .containsKeys(
              "UpUnacknowledged",
              "UpEscalated",
              "UpResolving",
              "UpLowResolving",
              "UpInfo",
              "UpExplainedBurning",
              "UpUnconfirmed");
      // Its deadline was three working days after the backup was made; then it closes by itself.
      if (!open.containsKey("UpReview")) {
        assertThat(rest.status(rest.awaitTicket("UpReview on old-1"))).isEqualTo("CLOSED");
      }
      open.values().forEach(this::answer);
      open.keySet().forEach(name -> rest.fire(Rest.over(name, "old-1", severity(name))));
      rest.fire(Rest.over("UpMerged", "old-1", "warning"));
      open.values().forEach(n -> Rest.eventually().until(() -> answeredAndClosed(n)));
      assertThat(failedSteps()).isEmpty();
    }
  }

  /** What was a team's rotation is its first one now. */
  private void turnsGoOn() {
    rest.admin()
        .get("/api/v1/duty")
        .then()
        .statusCode(200)
        .body("items.find { it.team == 'everyone' }.name", equalTo("first"))
        .body("items.find { it.team == 'everyone' }.person", equalTo("Administrator"));
  }

  private void restore(RunningServer server) throws IOException, InterruptedException {
    String kind = server.database().isPostgresql() ? "postgresql" : "h2";
    if (server.database().isPostgresql()) {
      Programs.find("pg_restore");
    }
    Path backup = folder.resolve("previous.backup");
    try (var in = UpgradeIT.class.getResourceAsStream("/upgrade/" + kind + ".backup")) {
      Files.copy(in, backup, StandardCopyOption.REPLACE_EXISTING);
    }
    Process process =
        server.command("bin/restore", backup.toString()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor()).as(said).isZero();
  }

  /** Every ticket of a recorded alert that is not closed, by its alert. */
  private Map<String, Integer> open() {
    Map<String, Integer> open = new TreeMap<>();
    List<Map<String, Object>> items =
        rest.admin().get("/api/v1/tickets?q=Up&limit=100").then().extract().path("items");
    for (Map<String, Object> item : items) {
      String title = (String) item.get("title");
      if (title.endsWith(" on old-1") && !"CLOSED".equals(item.get("status"))) {
        open.put(title.replace(" on old-1", ""), (Integer) item.get("number"));
      }
    }
    return open;
  }

  /** Answers everything that waits for a person. */
  private void answer(int number) {
    List<?> waiting =
        rest.admin().get("/api/v1/tasks?ticket={n}", number).then().extract().path("items");
    if (!waiting.isEmpty()) {
      rest.admin()
          .body(Map.of("cause", "c", "action", "a", "automation", "no", "over", "yes"))
          .post("/api/v1/tickets/{n}/resolve", number)
          .then()
          .statusCode(204);
    }
  }

  /** A step may follow when the alert is over, as the review does. */
  private boolean answeredAndClosed(int number) {
    answer(number);
    return rest.status(number).equals("CLOSED");
  }

  private static String severity(String name) {
    return switch (name) {
      case "UpLowResolving", "UpReopenWindow", "UpStable" -> "warning";
      case "UpInfo" -> "info";
      default -> "critical";
    };
  }

  private List<Integer> failedSteps() {
    return rest.tickets("The step");
  }
}

package org.dashdot.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Much at once is one ticket, and nothing of it is lost. */
@Tag("once")
@Execution(ExecutionMode.CONCURRENT)
class StormIT {

  private static final int GROUPS = 40;
  private static final int MEMBERS = 5;

  @TempDir Path folder;

  private List<Map<String, Object>> group(int group, boolean over) {
    List<Map<String, Object>> alerts = new ArrayList<>();
    for (int member = 0; member < MEMBERS; member++) {
      Map<String, String> labels =
          Map.of(
              "alertname", "Burst" + group,
              "instance", "storm-" + group + ":9100",
              "device", "d" + member,
              "severity", "critical");
      alerts.add(
          Map.of(
              "labels",
              labels,
              "endsAt",
              java.time.Instant.now().plusSeconds(over ? -1 : 3600).toString()));
    }
    return alerts;
  }

  private static void push(Rest rest, List<Map<String, Object>> alerts) {
    rest.push().body(alerts).post("/api/v2/alerts").then().statusCode(200);
  }

  @Test
  void whatComesAtOnceIsOneTicketAndWhatStaysGetsItsOwn() {
    try (RunningServer server =
        RunningServer.of("storm")
            .env(
                "DASHDOT_SETTINGS",
                ShortSettings.with(
                    folder,
                    "storm.detection=true",
                    "spread.detection=true",
                    "storm.quiet=PT25S",
                    "storm.window=PT10S",
                    "storm.update=PT5S"))
            .start()) {
      Rest rest = new Rest(server);
      oneAlertOfManyHostsIsOneTicket(rest);
      aStormIsOneTicketUntilItIsOver(rest);
    }
  }

  private void oneAlertOfManyHostsIsOneTicket(Rest rest) {
    for (int host = 1; host <= 7; host++) {
      rest.fire(Rest.alert("Everywhere", "wide-" + host, "warning"));
    }
    int spread = rest.awaitTicket("Everywhere on 5 hosts");
    assertThat(rest.<List<?>>of(spread, "imperfections")).hasSize(7);
    Rest.eventually()
        .until(
            () ->
                rest.tickets("Everywhere on wide-").stream()
                    .allMatch(n -> rest.status(n).equals("CLOSED")));
    for (int host = 1; host <= 7; host++) {
      rest.fire(Rest.over("Everywhere", "wide-" + host, "warning"));
    }
    Rest.eventually().until(() -> !rest.burns(spread));
  }

  private void aStormIsOneTicketUntilItIsOver(Rest rest) {
    StringBuilder inventory = new StringBuilder();
    for (int group = 0; group < GROUPS; group++) {
      inventory.append("storm-").append(group).append(",connected to,switch-1\n");
    }
    rest.admin()
        .contentType("text/csv")
        .body(inventory.toString())
        .put("/api/v1/topology/cables")
        .then()
        .statusCode(200);
    for (int group = 0; group < GROUPS; group++) {
      push(rest, group(group, false));
    }
    int storm = rest.awaitTicket("Storm:");
    // It may take in what dash-dot itself lacks in a storm.
    assertThat(rest.<List<?>>of(storm, "imperfections.findAll { it.name.startsWith('Burst') }"))
        .hasSize(GROUPS * MEMBERS);
    assertThat(
            rest.admin()
                .get("/api/v1/tickets?status=counted&q=storm-7")
                .then()
                .extract()
                .<List<Integer>>path("items.number"))
        .as("whoever looks for a host finds the storm in which it burns")
        .contains(storm);
    Rest.eventually().until(() -> rest.tickets("Burst").stream().noneMatch(rest::burns));
    int high = rest.admin().get("/api/v1/dot").then().extract().path("high");
    assertThat(high).as("a storm counts as its high groups").isGreaterThanOrEqualTo(GROUPS);

    Rest.eventually()
        .until(() -> rest.timeline(storm).stream().filter("STORM"::equals).count() >= 2);
    List<String> said =
        rest.admin()
            .get("/api/v1/tickets/{n}/timeline", storm)
            .then()
            .extract()
            .path("items.findAll { it.kind == 'STORM' }.text");
    int all = GROUPS * MEMBERS;
    assertThat(said.get(0))
        .contains("Burst0 on storm-0")
        .contains("Most rest on switch-1 (" + all + " of ");

    for (int group = 1; group < GROUPS; group++) {
      push(rest, group(group, true));
    }
    Rest.eventually().until(() -> !rest.burns(storm));
    int left = rest.awaitTicket("Burst0 on storm-0");
    assertThat(rest.burns(left)).isTrue();
    assertThat(rest.<List<?>>of(left, "imperfections")).hasSize(MEMBERS);
  }
}

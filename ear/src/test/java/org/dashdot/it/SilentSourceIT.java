package org.dashdot.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Real Prometheis, polled and pushing: nothing clears because one of them died. */
@Tag("once")
@Execution(ExecutionMode.CONCURRENT)
class SilentSourceIT {

  @TempDir Path folder;

  @Test
  void whatAPolledPrometheusSaidStaysWhileItIsGone() throws IOException {
    RealPrometheus.require();
    try (RealPrometheus prometheus = new RealPrometheus(folder);
        RunningServer server =
            RunningServer.of("polled").env("DASHDOT_PROMETHEUS_URL", prometheus.url())) {
      prometheus.start();
      server.start();
      Rest rest = new Rest(server);
      prometheus.stopExporter();
      int number = rest.awaitTicket("exporter");
      assertThat(rest.tickets("Watchdog")).isEmpty();

      prometheus.stopPrometheus();
      Rest.eventually().until(() -> rest.liveness("prometheus-polled").equals("silent"));
      Rest.eventually().until(() -> rest.unconfirmed(number));
      assertThat(rest.status(number)).isEqualTo("OPEN");
      assertThat(rest.blind())
          .anyMatch(reason -> reason.startsWith("prometheus-polled is silent"))
          .contains("1 ticket is unconfirmed: it may burn or be over");
      int silence = rest.awaitTicket("prometheus-polled is silent");
      assertThat(rest.<String>of(silence, "priority")).isEqualTo("P2");

      prometheus.startPrometheus();
      Rest.eventually().until(() -> !rest.unconfirmed(number));
      assertThat(rest.status(number)).isEqualTo("OPEN");
      Rest.eventually().until(() -> rest.blind().isEmpty());
      assertThat(rest.tickets("exporter")).containsExactly(number);
      Rest.eventually().until(() -> !rest.burns(silence));

      prometheus.startExporter();
      Rest.eventually().until(() -> !rest.burns(number));
      assertThat(rest.timeline(number))
          .containsSubsequence("OPENED", "UNCONFIRMED", "FIRED_AGAIN", "CLEARED");
    }
  }

  @Test
  void oneAlertThatIsPushedByBasicAuthAndPolledIsOneTicket() throws IOException {
    RealPrometheus.require();
    String settings =
        ShortSettings.with(folder, "identity.ignored-labels=replica,site", "source.missed-polls=1");
    try (RealPrometheus prometheus = new RealPrometheus(folder);
        RunningServer server =
            RunningServer.of("pushed-and-polled")
                .env("DASHDOT_SETTINGS", settings)
                .env("DASHDOT_PROMETHEUS_URL", prometheus.url())) {
      prometheus.pushingByBasicAuthTo(server).start();
      server.start();
      Rest rest = new Rest(server);
      prometheus.stopExporter();
      int number = rest.awaitTicket("exporter");
      Rest.eventually().until(() -> rest.liveness("prometheus").equals("alive"));
      Rest.eventually().until(() -> rest.liveness("prometheus-polled").equals("alive"));
      int id = rest.of(number, "imperfections[0].id");
      Rest.eventually().until(() -> bothWaysOfSayingIt(rest, number, id));
      assertThat(rest.tickets("exporter")).containsExactly(number);
      assertThat(rest.<List<Object>>of(number, "imperfections")).hasSize(1);

      prometheus.startExporter();
      Rest.eventually().until(() -> !rest.burns(number));
    }
  }

  /** A push carries external labels, a poll does not. */
  private static boolean bothWaysOfSayingIt(Rest rest, int number, int imperfection) {
    List<String> raw =
        rest.admin()
            .get("/api/v1/tickets/{n}/imperfections/{i}/raw", number, imperfection)
            .then()
            .extract()
            .path("items.text");
    return raw.stream().anyMatch(text -> text.contains("\"site\""))
        && raw.stream().anyMatch(text -> !text.contains("\"site\""));
  }
}

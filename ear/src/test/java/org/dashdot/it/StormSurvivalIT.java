package org.dashdot.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A storm of 10,000 alerts in 200 groups, in the batches of a Prometheus, and the server is killed
 * in its midst: what it took is there once, and what comes again changes nothing.
 */
@Tag("once")
class StormSurvivalIT {

  private static final int BEFORE_THE_KILL = 15;

  @TempDir Path folder;

  private final Gale gale = new Gale();
  private final AtomicInteger accepted = new AtomicInteger();

  @Test
  void nothingIsLostAndNothingIsTwice() throws Exception {
    try (RunningServer server =
        RunningServer.of("storm-survival")
            .env("DASHDOT_SETTINGS", ShortSettings.with(folder, "storm.detection=true"))
            .start()) {
      List<String> batches = Gale.batches("warning");
      ExecutorService senders = Executors.newFixedThreadPool(2);
      List<Future<?>> sent = new ArrayList<>();
      batches.forEach(batch -> sent.add(senders.submit(() -> pushUntilTaken(server, batch))));
      Rest.eventually().until(() -> accepted.get() >= BEFORE_THE_KILL);
      server.kill9();
      server.start();
      for (Future<?> one : sent) {
        one.get();
      }
      senders.shutdown();
      // A Prometheus says everything again a minute later.
      batches.forEach(batch -> assertThat(gale.push(server, batch)).isEqualTo(200));

      Rest rest = new Rest(server);
      Map<Long, Integer> ticketOf = new HashMap<>();
      for (int number : Gale.open(rest)) {
        // A storm may take in what dash-dot itself lacks in it.
        List<Integer> members =
            rest.of(number, "imperfections.findAll { it.name.startsWith('Gale') }.id");
        members.forEach(
            id ->
                assertThat(ticketOf.put(id.longValue(), number))
                    .as("an alert on two open tickets")
                    .isNull());
      }
      assertThat(ticketOf).hasSize(Gale.GROUPS * Gale.SERIES);
      assertThat(rest.tickets("Storm:").stream().filter(rest::burns)).hasSize(1);
    }
  }

  /** As Prometheus does: again after no answer and after a 5xx. */
  private void pushUntilTaken(RunningServer server, String batch) {
    Rest.eventually().atMost(Duration.ofMinutes(3)).until(() -> gale.push(server, batch) == 200);
    accepted.incrementAndGet();
  }
}

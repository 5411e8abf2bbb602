package org.dashdot.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A storm of 10,000 alerts in 200 groups, in the batches of a Prometheus, and the server is killed
 * in its midst: what it took is there once, and what comes again changes nothing.
 */
@Tag("once")
class StormSurvivalIT {

  private static final int GROUPS = 200;
  private static final int SERIES = 50;
  private static final int BATCH = 256;
  private static final int BEFORE_THE_KILL = 15;

  @TempDir Path folder;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final AtomicInteger accepted = new AtomicInteger();

  @Test
  void nothingIsLostAndNothingIsTwice() throws Exception {
    try (RunningServer server =
        RunningServer.of("storm-survival")
            .env("DASHDOT_SETTINGS", ShortSettings.with(folder, "storm.detection=true"))
            .start()) {
      List<String> batches = batches();
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
      batches.forEach(batch -> assertThat(push(server, batch)).isEqualTo(200));

      Rest rest = new Rest(server);
      Map<Long, Integer> ticketOf = new HashMap<>();
      for (int number : open(rest)) {
        List<Integer> members = rest.of(number, "imperfections.id");
        members.forEach(
            id ->
                assertThat(ticketOf.put(id.longValue(), number))
                    .as("an alert on two open tickets")
                    .isNull());
      }
      assertThat(ticketOf).hasSize(GROUPS * SERIES);
      assertThat(rest.tickets("Storm:").stream().filter(rest::burns)).hasSize(1);
    }
  }

  /** The numbers of the open tickets that hold something of the storm. */
  private static List<Integer> open(Rest rest) {
    List<Integer> open = new ArrayList<>(rest.tickets("Storm:"));
    String cursor = "";
    while (cursor != null) {
      var page =
          rest.admin()
              .get("/api/v1/tickets?q=Gale&limit=200&cursor={c}", cursor)
              .then()
              .statusCode(200)
              .extract();
      open.addAll(page.<List<Integer>>path("items.number"));
      cursor = page.path("next");
    }
    return open.stream().filter(rest::burns).toList();
  }

  /** As Prometheus does: again after no answer and after a 5xx. */
  private void pushUntilTaken(RunningServer server, String batch) {
    Rest.eventually().atMost(Duration.ofMinutes(3)).until(() -> push(server, batch) == 200);
    accepted.incrementAndGet();
  }

  private int push(RunningServer server, String batch) {
    try {
      return http.send(
              HttpRequest.newBuilder(URI.create(server.url() + "/api/v2/alerts"))
                  .timeout(Duration.ofSeconds(30))
                  .header("Authorization", "Bearer " + Rest.TOKEN)
                  .POST(HttpRequest.BodyPublishers.ofString(batch))
                  .build(),
              HttpResponse.BodyHandlers.discarding())
          .statusCode();
    } catch (IOException e) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  private static List<String> batches() {
    String end = Instant.now().plusSeconds(3600).toString();
    List<String> alerts =
        IntStream.range(0, GROUPS * SERIES)
            .mapToObj(
                i ->
                    """
                    {"labels":{"alertname":"Gale%d","instance":"gale-%d:9100","series":"%d",\
                    "severity":"warning"},"endsAt":"%s"}"""
                        .formatted(i % GROUPS, i % GROUPS, i, end))
            .toList();
    return IntStream.range(0, (alerts.size() + BATCH - 1) / BATCH)
        .mapToObj(
            b ->
                alerts.subList(b * BATCH, Math.min(alerts.size(), (b + 1) * BATCH)).stream()
                    .collect(Collectors.joining(",", "[", "]")))
        .toList();
  }
}

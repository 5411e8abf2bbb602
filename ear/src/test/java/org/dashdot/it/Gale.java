package org.dashdot.it;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * 10,000 alerts in 200 groups (a name on a host each, with 50 series), in the batches of a
 * Prometheus.
 */
final class Gale {

  static final int GROUPS = 200;
  static final int SERIES = 50;
  private static final int BATCH = 256;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** What a sender brings, each batch the body of a push. */
  static List<String> batches(String severity) {
    String end = Instant.now().plusSeconds(3600).toString();
    List<String> alerts =
        IntStream.range(0, GROUPS * SERIES)
            .mapToObj(
                i ->
                    """
                    {"labels":{"alertname":"Gale%d","instance":"gale-%d:9100","series":"%d",\
                    "severity":"%s"},"endsAt":"%s"}"""
                        .formatted(i % GROUPS, i % GROUPS, i, severity, end))
            .toList();
    return IntStream.range(0, (alerts.size() + BATCH - 1) / BATCH)
        .mapToObj(
            b ->
                alerts.subList(b * BATCH, Math.min(alerts.size(), (b + 1) * BATCH)).stream()
                    .collect(Collectors.joining(",", "[", "]")))
        .toList();
  }

  /** The status of the answer; 0 when there is none. */
  int push(RunningServer server, String batch) {
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

  /** The numbers of the open tickets that hold something of it, the storm's own among them. */
  static List<Integer> open(Rest rest) {
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
    return open.stream().distinct().filter(rest::burns).toList();
  }
}

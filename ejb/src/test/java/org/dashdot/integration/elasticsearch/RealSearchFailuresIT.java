package org.dashdot.integration.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.dashdot.integration.RealSearch;
import org.dashdot.signal.Labels;
import org.dashdot.signal.Reading;
import org.dashdot.signal.Signal;
import org.dashdot.signal.SignalSource;
import org.dashdot.signal.SourceUnreachable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What real servers refuse, and that it is told with what to mend. */
class RealSearchFailuresIT extends SavedSearches {

  @ParameterizedTest
  @EnumSource
  void aSearchThatFailsIsAnImperfectionAndCostsNoOther(RealSearch server) throws IOException {
    String index = index(server, "broken");
    server.write(index, List.of(error(Duration.ofMinutes(1), "web1", "A")));
    String searches =
        """
        [{"name": "Fine", "index": "%1$s", "raise": 1},
         {"name": "NoSuchQuery", "index": "%1$s", "query": {"bad": {}}, "raise": 1},
         {"name": "HalfAQuery", "index": "%1$s", "query": "level:(error", "raise": 1},
         {"name": "NoSuchIndex", "index": "logs-nowhere", "raise": 1},
         {"name": "NoSuchPattern", "index": "logs-nowhere-*", "raise": 1},
         {"name": "NoSuchLines", "kind": "lines", "index": "logs-nowhere-*"},
         {"name": "NotThereYet", "index": "logs-nowhere-*", "raise": 1, "mayBeMissing": true},
         {"name": "NoLinesYet", "kind": "lines", "index": "logs-nowhere-*", "mayBeMissing": true},
         {"name": "NotCountable", "kind": "groups", "index": "%1$s", "by": "message", "raise": 1},
         {"name": "Misspelt", "index": "%1$s", "rise": 1}]
        """
            .formatted(index);
    Labels burning =
        Labels.of(Map.of("alertname", "NoSuchIndex", "severity", "warning", "source", "logs"));

    Reading reading = asked(server, searches, List.of(burning));

    assertThat(reading.signals())
        .filteredOn(signal -> signal.labels().name().equals("SavedSearchFails"))
        .allSatisfy(signal -> assertThat(signal.firing()).isTrue())
        .extracting(signal -> signal.labels().get("search").orElse(""))
        .containsExactlyInAnyOrder(
            "NoSuchQuery",
            "HalfAQuery",
            "NoSuchIndex",
            "NoSuchPattern",
            "NoSuchLines",
            "NotCountable",
            "Misspelt");
    assertThat(why(reading, "NoSuchQuery")).contains("unknown query [bad]");
    assertThat(why(reading, "HalfAQuery")).contains("Failed to parse query [level:(error]");
    assertThat(why(reading, "NoSuchIndex")).contains("no such index [logs-nowhere]");
    assertThat(why(reading, "NoSuchPattern")).contains("no index matches logs-nowhere-*");
    assertThat(why(reading, "NoSuchLines")).contains("no index matches logs-nowhere-*");
    assertThat(why(reading, "NotCountable")).contains("keyword field");
    assertThat(why(reading, "Misspelt")).contains("'rise' is no member of a search");
    assertThat(reading.signals())
        .as("the one that works, and the one that nobody can look after now")
        .filteredOn(signal -> !signal.labels().name().equals("SavedSearchFails"))
        .extracting(signal -> signal.labels().name(), Signal::firing)
        .containsExactlyInAnyOrder(tuple("Fine", true), tuple("NoSuchIndex", true));
  }

  private static String why(Reading reading, String search) {
    return reading.signals().stream()
        .filter(signal -> signal.labels().get("search").orElse("").equals(search))
        .findFirst()
        .flatMap(signal -> signal.annotations().get("summary"))
        .orElse("");
  }

  @Test
  void aWrongPasswordAndNoneAreToldWithWhatToSet() throws IOException {
    RealSearch server = RealSearch.ELASTICSEARCH;
    Files.writeString(file, "[{\"name\": \"A\", \"index\": \"logs-*\", \"raise\": 1}]");

    assertThatThrownBy(() -> poll(server, null))
        .isInstanceOf(SourceUnreachable.class)
        .hasMessageContaining("/_msearch answers 401")
        .hasMessageContaining("set DASHDOT_SECRET_LOGS to an API key or to user:password");
    for (String wrong : List.of("reader:guessed", "ApiKey nobody:knows", "bm9ib2R5Omtub3dz")) {
      assertThatThrownBy(() -> poll(server, wrong))
          .isInstanceOf(SourceUnreachable.class)
          .hasMessageContaining("401")
          .hasMessageContaining("what DASHDOT_SECRET_LOGS holds is wrong")
          .hasMessageNotContaining(wrong);
    }
  }

  private Reading poll(RealSearch server, String secret) {
    return source.poll(server.question("logs", secret, now, null, List.of()));
  }

  @Test
  void whatTheUserMayNotReadFailsAlone() throws IOException {
    RealSearch server = RealSearch.ELASTICSEARCH;
    String index = index(server, "allowed");
    server.write(index, List.of(error(Duration.ofMinutes(1), "web1", "A")));
    server.create("secret-1", MAPPING);

    Reading reading =
        asked(
            server,
            """
            [{"name": "Allowed", "index": "%s", "raise": 1},
             {"name": "Forbidden", "index": "secret-1", "raise": 1}]
            """
                .formatted(index),
            List.of());

    assertThat(why(reading, "Forbidden")).contains("unauthorized for user [reader]");
    assertThat(reading.signals()).extracting(s -> s.labels().name()).contains("Allowed");
  }

  @Test
  void aServerThatIsGoneIsTold() throws IOException {
    Files.writeString(file, "[{\"name\": \"A\", \"index\": \"logs-*\", \"raise\": 1}]");
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    SignalSource.Question question =
        new SignalSource.Question(
            "logs", "http://127.0.0.1:" + port, null, Duration.ofSeconds(5), now);

    assertThatThrownBy(() -> source.poll(question))
        .isInstanceOf(SourceUnreachable.class)
        .hasMessageContaining("/_msearch does not answer: the connection was refused");
  }
}

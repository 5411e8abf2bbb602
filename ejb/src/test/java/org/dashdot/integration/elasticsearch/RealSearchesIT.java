package org.dashdot.integration.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.dashdot.integration.RealSearch.document;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.dashdot.integration.HttpFetch;
import org.dashdot.integration.RealSearch;
import org.dashdot.shared.Settings;
import org.dashdot.signal.Labels;
import org.dashdot.signal.LogLine;
import org.dashdot.signal.Reading;
import org.dashdot.signal.Signal;
import org.dashdot.signal.SignalSource;
import org.dashdot.signal.SourceUnreachable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Saved searches of a real OpenSearch and a real Elasticsearch. */
class RealSearchesIT {

  private static final String MAPPING =
      """
      {"properties": {"@timestamp": {"type": "date"}, "message": {"type": "text"},
        "host": {"properties": {"name": {"type": "keyword"}}},
        "error": {"properties": {"type": {"type": "keyword"}}},
        "log": {"properties": {"level": {"type": "keyword"}}}}}
      """;

  private static final Set<String> MADE = new HashSet<>();

  @TempDir Path folder;

  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
  private final PolledSearches source = new PolledSearches();
  private Path file;

  @BeforeEach
  void make() {
    file = folder.resolve("searches.json");
    source.http = new HttpFetch();
    source.settings =
        Settings.shipped()
            .with("elasticsearch.searches", file.toString())
            .with("elasticsearch.kibana", "https://kibana.example/");
  }

  /** An index of its own, so that the tests do not see each other's documents. */
  private static String index(RealSearch server, String name) {
    String index = "logs-" + name;
    if (MADE.add(server + index)) {
      server.create(index, MAPPING);
    }
    return index;
  }

  private JsonObject error(Duration ago, String host, String type) {
    return document(
        now.minus(ago),
        "host.name",
        host,
        "error.type",
        type,
        "log.level",
        "error",
        "message",
        type + " on " + host);
  }

  private Reading asked(RealSearch server, String searches, List<Labels> burning)
      throws IOException {
    Files.writeString(file, searches);
    return source.poll(server.question("logs", server.secret(), now, null, burning));
  }

  @ParameterizedTest
  @EnumSource
  void hitsOverTheLevelFireAndBelowItAreOver(RealSearch server) throws IOException {
    String index = index(server, "count");
    server.write(
        index,
        List.of(
            error(Duration.ofMinutes(1), "web1", "A"),
            error(Duration.ofMinutes(2), "web2", "A"),
            error(Duration.ofMinutes(3), "web2", "A"),
            error(Duration.ofMinutes(20), "web2", "A")));
    String search =
        """
        [{"name": "ManyErrors", "index": "%s", "query": "log.level:error", "raise": %d,
          "clear": %d, "severity": "critical", "labels": {"service": "shop"},
          "summary": "{{value}} errors of {{service}}", "runbook": "https://runbooks.example/1"}]
        """;

    List<Signal> firing = asked(server, search.formatted(index, 3, 2), List.of()).signals();

    assertThat(firing).hasSize(1);
    Signal many = firing.get(0);
    assertThat(many.firing()).isTrue();
    assertThat(many.labels().values())
        .containsEntry("alertname", "ManyErrors")
        .containsEntry("severity", "critical")
        .containsEntry("service", "shop")
        .containsEntry("source", "logs");
    assertThat(many.annotations().values())
        .containsEntry("summary", "3 errors of shop")
        .containsEntry("runbook_url", "https://runbooks.example/1");
    assertThat(many.endsAt()).isAfter(now.plusSeconds(60));
    assertThat(many.generatorUrl()).startsWith("https://kibana.example/app/discover#/?_g=");

    List<Labels> burning = List.of(many.labels());
    assertThat(asked(server, search.formatted(index, 4, 3), burning).signals())
        .as("between the levels it stays what it was")
        .extracting(Signal::firing)
        .containsExactly(true);
    assertThat(asked(server, search.formatted(index, 4, 3), List.of()).signals()).isEmpty();
    assertThat(asked(server, search.formatted(index, 5, 4), burning).signals())
        .extracting(Signal::state, Signal::labels)
        .containsExactly(tuple(Signal.State.RESOLVED, many.labels()));
  }

  @ParameterizedTest
  @EnumSource
  void tooFewHitsFireWhereFewerIsWorse(RealSearch server) throws IOException {
    String index = index(server, "few");
    String search =
        """
        [{"name": "NoOrders", "index": "%s", "query": {"match_all": {}}, "worse": "below",
          "raise": 0}]
        """
            .formatted(index);

    Signal none = asked(server, search, List.of()).signals().get(0);
    server.write(index, List.of(error(Duration.ofMinutes(1), "web1", "order")));

    assertThat(none.firing()).isTrue();
    assertThat(asked(server, search, List.of(none.labels())).signals())
        .extracting(Signal::state)
        .containsExactly(Signal.State.RESOLVED);
  }

  @ParameterizedTest
  @EnumSource
  void eachHostOverTheLevelIsAConditionOfItsOwn(RealSearch server) throws IOException {
    String index = index(server, "groups");
    server.write(
        index,
        List.of(
            error(Duration.ofMinutes(1), "web1", "A"),
            error(Duration.ofMinutes(2), "web1", "B"),
            error(Duration.ofMinutes(2), "web2", "A"),
            error(Duration.ofMinutes(2), "web2", "A"),
            error(Duration.ofMinutes(2), "web3", "A")));
    String search =
        """
        [{"name": "ErrorsOnHost", "kind": "groups", "index": "%s", "by": "host.name", "raise": 2}]
        """
            .formatted(index);
    Labels gone =
        Labels.of(
            Map.of(
                "alertname", "ErrorsOnHost",
                "host", "web9",
                "severity", "warning",
                "source", "logs"));

    List<Signal> signals = asked(server, search, List.of(gone)).signals();

    assertThat(signals)
        .filteredOn(Signal::firing)
        .extracting(signal -> signal.labels().host().orElse(""))
        .containsExactlyInAnyOrder("web1", "web2");
    assertThat(signals)
        .filteredOn(signal -> !signal.firing())
        .extracting(Signal::labels)
        .containsExactly(gone);
  }

  @ParameterizedTest
  @EnumSource
  void aValueThatDidNotOccurBeforeIsNewUntilItOccursNoMore(RealSearch server) throws IOException {
    String index = index(server, "news");
    String search =
        """
        [{"name": "NewErrorClass", "kind": "new-terms", "index": "%s", "by": "error.type",
          "history": "P1D"}]
        """
            .formatted(index);
    server.write(index, List.of(error(Duration.ofMinutes(1), "web1", "First")));
    assertThat(asked(server, search, List.of()).signals()).as("no history at all").isEmpty();
    server.write(
        index,
        List.of(
            error(Duration.ofHours(2), "web1", "Known"),
            error(Duration.ofHours(2), "web1", "First"),
            error(Duration.ofMinutes(1), "web1", "Known"),
            error(Duration.ofMinutes(1), "web1", "New")));

    List<Signal> signals = asked(server, search, List.of()).signals();

    assertThat(signals)
        .extracting(signal -> signal.labels().get("error_type").orElse(""))
        .containsExactly("New");
    server.write(index, List.of(error(Duration.ofMinutes(10), "web1", "New")));
    List<Labels> burning = List.of(signals.get(0).labels());
    assertThat(asked(server, search, burning).signals())
        .as("it goes on, although it is known by now")
        .extracting(Signal::firing)
        .containsExactly(true);
    assertThat(
            asked(server, search.replace("P1D\"", "P1D\", \"late\": \"PT3M\""), burning).signals())
        .as("it has stopped")
        .extracting(Signal::firing)
        .containsExactly(false);
  }

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

  @ParameterizedTest
  @EnumSource
  void linesComeOnceAndLateOnesToo(RealSearch server) throws IOException {
    String index = index(server, "lines");
    Files.writeString(
        file,
        """
        [{"name": "Errors", "kind": "lines", "index": "%s", "query": "log.level:error",
          "labels": {"team": "shop"}}]
        """
            .formatted(index));
    server.write(
        index,
        List.of(
            error(Duration.ofHours(3), "web1", "Ancient"),
            error(Duration.ofSeconds(40), "web1", "Second"),
            error(Duration.ofSeconds(50), "web1", "First"),
            document(now.minusSeconds(45), "log.level", "info", "message", "not asked for")));

    List<LogLine> first = source.poll(server.question("logs", now, null)).lines();
    server.write(index, List.of(error(Duration.ofSeconds(45), "web1", "Late")));
    Instant stored = now.plusSeconds(1);
    List<LogLine> second = source.poll(server.question("logs", now.plusSeconds(5), stored)).lines();
    List<LogLine> again = source.poll(server.question("logs", now.plusSeconds(9), stored)).lines();

    assertThat(first)
        .extracting(LogLine::message)
        .containsExactly("First on web1", "Second on web1");
    LogLine line = first.get(0);
    assertThat(line.host()).isEqualTo("web1");
    assertThat(line.severity()).isEqualTo(3);
    assertThat(line.at()).isEqualTo(now.minusSeconds(50));
    assertThat(line.labels().values()).containsEntry("team", "shop").containsEntry("host", "web1");
    assertThat(second).extracting(LogLine::message).containsExactly("Late on web1");
    assertThat(again)
        .as("what could not be stored comes again, with the same id")
        .extracting(LogLine::id)
        .containsExactly(second.get(0).id());
  }

  @ParameterizedTest
  @EnumSource
  void linesOfManyPagesComeCompletelyAndInOrder(RealSearch server) throws IOException {
    String index = index(server, "many");
    Files.writeString(
        file, "[{\"name\": \"All\", \"kind\": \"lines\", \"index\": \"" + index + "\"}]");
    List<JsonObject> documents = new ArrayList<>();
    for (int i = 0; i < 10_600; i++) {
      // Many share one moment, and pages end within it.
      documents.add(error(Duration.ofSeconds(50 - i / 250), "web1", "E" + i));
    }
    server.write(index, documents);

    List<LogLine> first = source.poll(server.question("logs", now, null)).lines();
    List<LogLine> rest =
        source.poll(server.question("logs", now.plusSeconds(5), now.plusSeconds(1))).lines();

    assertThat(first.size()).isBetween(500, 10_000);
    assertThat(Stream.concat(first.stream(), rest.stream()).map(LogLine::id).distinct())
        .hasSize(10_600);
    assertThat(first.size() + rest.size()).isEqualTo(10_600);
    assertThat(first).extracting(LogLine::at).isSorted();
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

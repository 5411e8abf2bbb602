package org.dashdot.integration.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.dashdot.integration.RealSearch.document;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dashdot.integration.RealSearch;
import org.dashdot.signal.Labels;
import org.dashdot.signal.LogLine;
import org.dashdot.signal.Signal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Saved searches of a real OpenSearch and a real Elasticsearch. */
class RealSearchesIT extends SavedSearches {

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
}

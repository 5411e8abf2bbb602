package org.dashdot.check;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dashdot.signal.Labels;
import org.dashdot.signal.LogLine;
import org.dashdot.signal.Reading;
import org.dashdot.signal.Sample;
import org.dashdot.signal.Signal;

/** Checks at work on values and lines at times that the test says. */
final class Bench {

  static final Instant START = Instant.parse("2026-11-22T07:00:00Z");

  private final List<CheckInUse> checks = new ArrayList<>();
  private final List<Labels> burning = new ArrayList<>();
  private String integration = "telegraf";
  private Evaluator evaluator;
  private int lines;

  /** Members in apostrophes for quotation marks. */
  static JsonObject json(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text.replace('\'', '"')))) {
      return reader.readObject();
    }
  }

  static Bench with(String... checks) {
    Bench bench = new Bench();
    for (String check : checks) {
      bench.checks.add(new CheckInUse(bench.checks.size() + 1, CheckText.read(json(check))));
    }
    return bench;
  }

  static Bench shipped(String integration) {
    Bench bench = new Bench();
    bench.integration = integration;
    ShippedChecks.read()
        .forEach(
            check ->
                bench.checks.add(new CheckInUse(bench.checks.size() + 1, CheckText.read(check))));
    return bench;
  }

  /** This burnt before the start. */
  Bench burning(Map<String, String> labels) {
    burning.add(Labels.of(labels));
    return this;
  }

  Evaluator evaluator() {
    if (evaluator == null) {
      evaluator =
          new Evaluator(
              integration,
              name -> burning.stream().filter(l -> l.name().equals(name)).toList(),
              Duration.ofMinutes(5));
      evaluator.use(checks, START);
    }
    return evaluator;
  }

  static Instant at(long second) {
    return START.plusSeconds(second);
  }

  /** What one value says, in words such as {@code FIRING}; empty for nothing. */
  String value(long second, String metric, Map<String, String> labels, double value) {
    return states(values(second, new Sample(metric, Labels.of(labels), value, at(second))));
  }

  List<Signal> values(long second, Sample... samples) {
    return evaluator().evaluate(Reading.measured(List.of(samples), List.of()), at(second));
  }

  static LogLine line(String id, long second, String host, String application, String message) {
    return new LogLine(
        id, at(second), host, application, 6, 0, message, Labels.of(Map.of("from", "test")));
  }

  List<Signal> lines(long second, LogLine... all) {
    return evaluator().evaluate(Reading.logged(List.of(all), List.of()), at(second));
  }

  /** One more line of the kernel of {@code web-1}. */
  List<Signal> kernel(long second, String message) {
    return lines(second, line("line " + lines++, second, "web-1", "kernel", message));
  }

  List<Signal> passed(long second) {
    return evaluator().passed(at(second));
  }

  static String states(List<Signal> signals) {
    return String.join(" ", signals.stream().map(s -> s.state().name()).toList());
  }

  static List<String> summaries(List<Signal> signals) {
    return signals.stream().flatMap(s -> s.annotations().get("summary").stream()).toList();
  }

  static Stream<String> names(List<Signal> signals) {
    return signals.stream().map(s -> s.labels().name());
  }
}

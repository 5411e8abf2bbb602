package org.dashdot.integration;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonStructure;
import jakarta.json.JsonWriter;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.dashdot.signal.Labels;
import org.dashdot.signal.LogLine;
import org.dashdot.signal.Reading;
import org.dashdot.signal.Sample;
import org.dashdot.signal.Signal;
import org.dashdot.signal.SignalSource;
import org.dashdot.signal.SourceUnreachable;
import org.dashdot.signal.Undecodable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What every integration keeps: of each input recorded beside it, it makes exactly what the case
 * expects. A test of this kind lies in the package of its integration.
 */
public abstract class IntegrationContract {

  /** Which of its folder's cases are its own: all, unless several classes share the folder. */
  protected boolean covers(String caseName) {
    return true;
  }

  /** What the integration makes of the input, in the form of {@code expected.json}. */
  protected abstract JsonStructure replay(RecordedCase recorded) throws IOException;

  @TestFactory
  Stream<DynamicTest> makesOfEachRecordedInputWhatIsExpected() throws IOException {
    Path folder = IntegrationFolder.tests(getClass().getPackageName());
    List<RecordedCase> cases =
        RecordedCase.in(folder).stream().filter(c -> covers(c.name())).toList();
    assertThat(cases).as("recorded cases in %s that are its own", folder).isNotEmpty();
    return cases.stream()
        .map(recorded -> DynamicTest.dynamicTest(recorded.name(), () -> check(recorded)));
  }

  private void check(RecordedCase recorded) throws IOException {
    assertThat(pretty(replay(recorded)))
        .as("what became of the input in %s", recorded.folder())
        .isEqualTo(pretty(recorded.expected()));
  }

  /** The question that a recorded case asks. */
  protected static SignalSource.Question question(String url) {
    return new SignalSource.Question(
        "source", url, null, Duration.ofSeconds(9), Instant.parse("2026-11-22T07:10:30Z"));
  }

  /** The signals where there is nothing else, or all there is, or why there is nothing. */
  protected static JsonStructure outcome(Supplier<Reading> work) {
    try {
      return reading(work.get());
    } catch (Undecodable e) {
      return Json.createObjectBuilder().add("refused", e.getMessage()).build();
    } catch (SourceUnreachable e) {
      return Json.createObjectBuilder().add("unreachable", e.getMessage()).build();
    }
  }

  private static JsonStructure reading(Reading reading) {
    boolean signalsOnly =
        reading.samples().isEmpty() && reading.lines().isEmpty() && reading.refused().isEmpty();
    if (signalsOnly) {
      return signals(reading.signals()).build();
    }
    JsonObjectBuilder all = Json.createObjectBuilder();
    if (!reading.signals().isEmpty()) {
      all.add("signals", signals(reading.signals()));
    }
    if (!reading.samples().isEmpty()) {
      JsonArrayBuilder samples = Json.createArrayBuilder();
      reading.samples().forEach(s -> samples.add(sample(s)));
      all.add("samples", samples);
    }
    if (!reading.lines().isEmpty()) {
      JsonArrayBuilder lines = Json.createArrayBuilder();
      reading.lines().forEach(l -> lines.add(line(l)));
      all.add("lines", lines);
    }
    if (!reading.refused().isEmpty()) {
      JsonArrayBuilder refused = Json.createArrayBuilder();
      reading.refused().forEach(r -> refused.add(r.reason()));
      all.add("refused", refused);
    }
    return all.build();
  }

  private static JsonObjectBuilder sample(Sample sample) {
    return Json.createObjectBuilder()
        .add("metric", sample.metric())
        .add("labels", texts(sample.labels()))
        .add("value", sample.value())
        .add("at", sample.at().toString());
  }

  private static JsonObjectBuilder line(LogLine line) {
    return Json.createObjectBuilder()
        .add("id", line.id())
        .add("at", line.at().toString())
        .add("host", line.host())
        .add("application", line.application())
        .add("severity", line.severity())
        .add("facility", line.facility())
        .add("message", line.message())
        .add("labels", texts(line.labels()));
  }

  private static JsonArrayBuilder signals(List<Signal> signals) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    signals.forEach(signal -> array.add(signal(signal)));
    return array;
  }

  private static JsonObjectBuilder signal(Signal signal) {
    JsonObjectBuilder object = Json.createObjectBuilder().add("state", signal.state().name());
    if (signal.heartbeat() || signal.inhibitor()) {
      object.add("role", signal.heartbeat() ? "heartbeat" : "inhibitor");
    }
    object.add("severity", signal.severity().name());
    object.add("labels", texts(signal.labels()));
    object.add("annotations", texts(signal.annotations()));
    addIfAny(object, "startsAt", signal.startsAt());
    addIfAny(object, "endsAt", signal.endsAt());
    addIfAny(object, "generatorUrl", signal.generatorUrl());
    addIfAny(object, "groupKey", signal.groupKey());
    return object;
  }

  private static JsonObjectBuilder texts(Labels labels) {
    JsonObjectBuilder object = Json.createObjectBuilder();
    labels.values().forEach(object::add);
    return object;
  }

  private static void addIfAny(JsonObjectBuilder object, String name, Object value) {
    if (value != null) {
      object.add(name, value.toString());
    }
  }

  private static String pretty(JsonStructure json) {
    StringWriter text = new StringWriter();
    try (JsonWriter writer =
        Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true)).createWriter(text)) {
      writer.write(json);
    }
    return text.toString();
  }
}

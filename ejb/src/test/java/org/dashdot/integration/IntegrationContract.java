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
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.dashdot.signal.Labels;
import org.dashdot.signal.Signal;
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

  /** The signals, or why there are none. */
  protected static JsonStructure outcome(Supplier<List<Signal>> work) {
    try {
      return signals(work.get());
    } catch (Undecodable e) {
      return Json.createObjectBuilder().add("refused", e.getMessage()).build();
    } catch (SourceUnreachable e) {
      return Json.createObjectBuilder().add("unreachable", e.getMessage()).build();
    }
  }

  private static JsonStructure signals(List<Signal> signals) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    signals.forEach(signal -> array.add(signal(signal)));
    return array.build();
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

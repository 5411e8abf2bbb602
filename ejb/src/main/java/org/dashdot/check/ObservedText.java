package org.dashdot.check;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.stream.JsonGenerator;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.dashdot.shared.Jsons;
import org.dashdot.signal.LabelsText;
import org.dashdot.signal.LogLine;
import org.dashdot.signal.Sample;

/** How what was observed is written down: short names, times as texts, one array. */
final class ObservedText {

  private static final LabelsText LABELS = new LabelsText();

  private ObservedText() {}

  static String write(Collection<Observed> all) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = Jsons.JSON.createGenerator(text)) {
      json.writeStartArray();
      for (Observed observed : all) {
        json.writeStartObject().write("t", observed.at().toString()).writeStartArray("s");
        observed.samples().forEach(sample -> write(json, sample));
        json.writeEnd().writeStartArray("l");
        observed.lines().forEach(line -> write(json, line));
        json.writeEnd().writeEnd();
      }
      json.writeEnd();
    }
    return text.toString();
  }

  private static void write(JsonGenerator json, Sample sample) {
    json.writeStartArray()
        .write(sample.metric())
        .write(LABELS.convertToDatabaseColumn(sample.labels()))
        .write(sample.value())
        .write(sample.at().toString())
        .writeEnd();
  }

  private static void write(JsonGenerator json, LogLine line) {
    json.writeStartArray()
        .write(line.id())
        .write(line.at().toString())
        .write(line.host())
        .write(line.application())
        .write(line.severity())
        .write(line.facility())
        .write(line.message())
        .write(LABELS.convertToDatabaseColumn(line.labels()))
        .writeEnd();
  }

  static List<Observed> read(String text) {
    try (JsonReader reader = Jsons.JSON.createReader(new StringReader(text))) {
      return reader.readArray().getValuesAs(JsonObject.class).stream()
          .map(ObservedText::observed)
          .toList();
    }
  }

  private static Observed observed(JsonObject one) {
    List<Sample> samples = new ArrayList<>();
    for (JsonArray s : one.getJsonArray("s").getValuesAs(JsonArray.class)) {
      samples.add(
          new Sample(
              s.getString(0),
              LABELS.convertToEntityAttribute(s.getString(1)),
              s.getJsonNumber(2).doubleValue(),
              Instant.parse(s.getString(3))));
    }
    List<LogLine> lines = new ArrayList<>();
    for (JsonArray l : one.getJsonArray("l").getValuesAs(JsonArray.class)) {
      lines.add(
          new LogLine(
              l.getString(0),
              Instant.parse(l.getString(1)),
              l.getString(2),
              l.getString(3),
              l.getInt(4),
              l.getInt(5),
              l.getString(6),
              LABELS.convertToEntityAttribute(l.getString(7))));
    }
    return new Observed(Instant.parse(one.getString("t")), samples, lines);
  }
}

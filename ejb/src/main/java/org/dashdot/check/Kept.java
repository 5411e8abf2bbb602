package org.dashdot.check;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.util.Collection;
import org.dashdot.shared.Jsons;
import org.dashdot.signal.Labels;
import org.dashdot.signal.LogLine;
import org.dashdot.signal.Sample;

/** What is kept of that which made a signal: its series, or its line and those before it. */
final class Kept {

  private Kept() {}

  static String series(String metric, Labels labels, Collection<Sample> lately) {
    JsonArrayBuilder values = Jsons.JSON.createArrayBuilder();
    lately.forEach(
        s -> values.add(Jsons.JSON.createArrayBuilder().add(s.at().toString()).add(s.value())));
    return Jsons.JSON
        .createObjectBuilder()
        .add("metric", metric)
        .add("labels", texts(labels))
        .add("values", values)
        .build()
        .toString();
  }

  static String line(LogLine line, Collection<LogLine> before) {
    JsonArrayBuilder around = Jsons.JSON.createArrayBuilder();
    before.forEach(l -> around.add(l.at() + " " + l.application() + ": " + l.message()));
    return Jsons.JSON
        .createObjectBuilder()
        .add("at", line.at().toString())
        .add("host", line.host())
        .add("application", line.application())
        .add("severity", line.severity())
        .add("line", line.message())
        .add("before", around)
        .build()
        .toString();
  }

  static String quiet(Labels labels, Duration quiet) {
    return Jsons.JSON
        .createObjectBuilder()
        .add("quiet", quiet.toString())
        .add("labels", texts(labels))
        .build()
        .toString();
  }

  private static JsonObjectBuilder texts(Labels labels) {
    JsonObjectBuilder named = Jsons.JSON.createObjectBuilder();
    labels.values().forEach(named::add);
    return named;
  }
}

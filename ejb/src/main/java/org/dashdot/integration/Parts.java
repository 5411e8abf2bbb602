package org.dashdot.integration;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.dashdot.shared.Jsons;
import org.dashdot.signal.Labels;
import org.dashdot.signal.Reading;
import org.dashdot.signal.Signal;
import org.dashdot.signal.Undecodable;

/** Reads a list part by part: what cannot be read is refused alone, with the reason. */
public final class Parts {

  private Parts() {}

  /** Makes a signal of the part at this place of the list. */
  public interface Reader {

    /**
     * @throws Undecodable when the part makes no sense
     */
    Signal read(JsonObject part, int index);
  }

  /**
   * One alert in the shape that Prometheus, Alertmanager and Grafana share.
   *
   * @param end null when it has none
   */
  public static JsonObjectBuilder sample(
      Labels labels, Labels annotations, Instant start, Instant end) {
    JsonObjectBuilder alert =
        Jsons.JSON
            .createObjectBuilder()
            .add("labels", texts(labels))
            .add("annotations", texts(annotations))
            .add("startsAt", start.toString());
    return end == null ? alert : alert.add("endsAt", end.toString());
  }

  private static JsonObjectBuilder texts(Labels labels) {
    JsonObjectBuilder object = Jsons.JSON.createObjectBuilder();
    labels.values().forEach(object::add);
    return object;
  }

  /**
   * @param what the parts' name in a refusal, for example Alert
   * @param alone how a part is kept, so that its decoder could read it again
   */
  public static Reading read(
      JsonArray parts, String what, Reader reader, Function<JsonValue, String> alone) {
    List<Signal> signals = new ArrayList<>(parts.size());
    List<Reading.Refusal> refused = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      try {
        if (!(parts.get(i) instanceof JsonObject part)) {
          throw new Undecodable(what + " " + i + " of the list is not an object.");
        }
        signals.add(reader.read(part, i));
      } catch (Undecodable e) {
        refused.add(new Reading.Refusal(e.getMessage(), alone.apply(parts.get(i))));
      }
    }
    return Reading.of(signals, refused);
  }
}

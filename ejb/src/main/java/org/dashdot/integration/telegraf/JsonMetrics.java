package org.dashdot.integration.telegraf;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dashdot.shared.Jsons;
import org.dashdot.signal.JsonInput;
import org.dashdot.signal.Reading;
import org.dashdot.signal.Undecodable;

/** Reads Telegraf's JSON: one metric, or a batch of them under {@code metrics}. */
final class JsonMetrics {

  /** Seconds, milliseconds, microseconds: the first unit in which a time lies before 5138. */
  private static final long[] NANOS_PER_UNIT = {1_000_000_000L, 1_000_000L, 1_000L, 1L};

  private static final long LATEST = 100_000_000_000L;

  private JsonMetrics() {}

  /**
   * @param arrival the time of what has none
   * @param refused gets each metric that cannot be read
   */
  static List<Metric> read(byte[] body, Instant arrival, List<Reading.Refusal> refused) {
    if (!(JsonInput.read(body) instanceof JsonObject message)) {
      throw new Undecodable("One metric or {\"metrics\": [...]} of Telegraf was expected.");
    }
    JsonValue several = message.get("metrics");
    if (several != null && !(several instanceof JsonArray)) {
      throw new Undecodable("'metrics' must be a list.");
    }
    List<? extends JsonValue> parts =
        several instanceof JsonArray list ? list : List.of((JsonValue) message);
    List<Metric> metrics = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      try {
        metrics.add(metric(parts.get(i), arrival));
      } catch (Undecodable e) {
        String reason = "Metric " + i + " cannot be read: " + e.getMessage();
        refused.add(new Reading.Refusal(reason, alone(parts.get(i))));
      }
    }
    return metrics;
  }

  private static String alone(JsonValue part) {
    return Jsons.JSON
        .createObjectBuilder()
        .add("metrics", Jsons.JSON.createArrayBuilder().add(part))
        .build()
        .toString();
  }

  private static Metric metric(JsonValue part, Instant arrival) {
    if (!(part instanceof JsonObject metric)) {
      throw new Undecodable("it is not an object.");
    }
    String name = JsonInput.text(metric, "name");
    if (name == null || name.isEmpty() || !(metric.get("fields") instanceof JsonObject fields)) {
      throw new Undecodable("'name' and 'fields' are needed.");
    }
    Map<String, Double> numbers = new LinkedHashMap<>();
    Map<String, String> texts = new LinkedHashMap<>();
    fields.forEach(
        (field, value) -> {
          if (value instanceof JsonNumber number && Double.isFinite(number.doubleValue())) {
            numbers.put(field, number.doubleValue());
          } else if (value == JsonValue.TRUE || value == JsonValue.FALSE) {
            numbers.put(field, value == JsonValue.TRUE ? 1.0 : 0.0);
          } else if (value instanceof JsonString text) {
            texts.put(field, text.getString());
          }
        });
    Instant at = time(metric.get("timestamp"), arrival);
    return new Metric(name, JsonInput.texts(metric, "tags").values(), numbers, texts, at);
  }

  private static Instant time(JsonValue value, Instant arrival) {
    if (value == null || value == JsonValue.NULL) {
      return arrival;
    }
    if (!(value instanceof JsonNumber number)) {
      throw new Undecodable("'timestamp' must be a number.");
    }
    double rough = number.doubleValue();
    if (!(rough >= 0 && rough < Long.MAX_VALUE)) {
      throw new Undecodable("'timestamp' is no time of this age.");
    }
    long time = number.longValue();
    for (long nanos : NANOS_PER_UNIT) {
      if (time < LATEST) {
        return inUnit(number.longValue(), nanos);
      }
      time /= 1000;
    }
    throw new Undecodable("'timestamp' is no time of this age.");
  }

  private static Instant inUnit(long time, long nanos) {
    long perSecond = 1_000_000_000L / nanos;
    return Instant.ofEpochSecond(time / perSecond, time % perSecond * nanos)
        .truncatedTo(ChronoUnit.MICROS);
  }
}

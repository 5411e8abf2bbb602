package org.dashdot.integration.elasticsearch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonStructure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.dashdot.integration.Parts;
import org.dashdot.shared.Jsons;
import org.dashdot.signal.Delivery;
import org.dashdot.signal.Integration;
import org.dashdot.signal.JsonInput;
import org.dashdot.signal.Labels;
import org.dashdot.signal.Reading;
import org.dashdot.signal.Signal;
import org.dashdot.signal.SignalDecoder;
import org.dashdot.signal.Undecodable;

/**
 * What Kibana's webhook connector and Watcher's webhook action send with the body that {@code
 * paste.txt} gives: one alert, or a list of them. Kibana's says itself when it is over (action
 * group {@code recovered}); Watcher's holds as long as it says in {@code lasts}.
 */
@ApplicationScoped
@Integration("elasticsearch")
public class PushedAlerts implements SignalDecoder {

  private static final Set<String> OVER =
      Set.of("recovered", "resolved", "ok", "inactive", "completed", "untracked");

  private static final Duration LONGEST = Duration.ofDays(7);

  /** What an alert's id says when the rule does not tell anything apart. */
  private static final Set<String> NOTHING = Set.of("", "*", "query matched");

  /** Members that become annotations under these names. */
  private static final Map<String, String> KEPT =
      Map.of("message", "description", "tags", "rule_tags", "value", "value", "group", "group");

  @Override
  public Reading decode(Delivery delivery) {
    JsonStructure body = JsonInput.read(delivery.body());
    JsonArray alerts =
        body instanceof JsonArray several
            ? several
            : Jsons.JSON.createArrayBuilder().add(body).build();
    return Parts.read(
        alerts,
        "Alert",
        (alert, i) -> signal(alert, i, delivery.receivedAt()),
        alert -> Jsons.JSON.createArrayBuilder().add(alert).build().toString());
  }

  @Override
  public Optional<String> sample(Labels labels, Labels annotations, boolean firing, Instant now) {
    return Optional.of(body(firing, labels, annotations));
  }

  /** A body that this decoder reads as such a signal. */
  static String body(boolean firing, Labels labels, Labels annotations) {
    JsonObjectBuilder all =
        Jsons.JSON.createObjectBuilder().add("state", firing ? "active" : "recovered");
    all.add("labels", texts(labels)).add("annotations", texts(annotations));
    return all.build().toString();
  }

  private static JsonObjectBuilder texts(Labels labels) {
    JsonObjectBuilder object = Jsons.JSON.createObjectBuilder();
    labels.values().forEach(object::add);
    return object;
  }

  @Override
  public Optional<String> toPaste(String address, String secret) {
    try (InputStream in = PushedAlerts.class.getResourceAsStream("paste.txt")) {
      return Optional.of(
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .replace("ADDRESS", address)
              .replace("YOUR-TOKEN", secret)
              .strip());
    } catch (IOException e) {
      throw new UncheckedIOException("What is to be pasted cannot be read", e);
    }
  }

  private static Signal signal(JsonObject alert, int index, Instant now) {
    Labels labels = labels(alert);
    if (labels.name().isEmpty()) {
      throw new Undecodable(
          "Alert " + index + " has no 'rule': use the body that the source's page gives to paste.");
    }
    boolean firing = !OVER.contains(text(alert, "state").toLowerCase(Locale.ROOT));
    Instant at = JsonInput.time(alert, "time");
    Instant end = firing ? end(alert, now) : at == null || at.isAfter(now) ? now : at;
    String url = text(alert, "url");
    return new Signal(
        firing ? Signal.State.FIRING : Signal.State.RESOLVED,
        labels,
        annotations(alert),
        firing ? at : null,
        end,
        url.isEmpty() ? null : url,
        null,
        alert.toString());
  }

  private static Labels labels(JsonObject alert) {
    Map<String, String> labels = new TreeMap<>();
    labels.put("alertname", text(alert, "rule"));
    labels.put("rule_id", text(alert, "ruleId"));
    labels.put("space", text(alert, "space"));
    labels.put("host", text(alert, "host"));
    labels.put("service", text(alert, "service"));
    labels.put("severity", text(alert, "severity"));
    String id = text(alert, "alert");
    if (!NOTHING.contains(id.toLowerCase(Locale.ROOT)) && !id.equals(labels.get("rule_id"))) {
      labels.put("alert", id);
    }
    labels.putAll(JsonInput.texts(alert, "labels").values());
    return Labels.of(labels);
  }

  private static Labels annotations(JsonObject alert) {
    Map<String, String> annotations = new TreeMap<>();
    KEPT.forEach((member, name) -> annotations.put(name, text(alert, member)));
    for (String member : new String[] {"reason", "title", "message"}) {
      if (!text(alert, member).isEmpty()) {
        annotations.putIfAbsent("summary", text(alert, member));
      }
    }
    annotations.remove("description", annotations.get("summary"));
    annotations.putAll(JsonInput.texts(alert, "annotations").values());
    return Labels.of(annotations);
  }

  /** Null when it holds until it is said to be over. */
  private static Instant end(JsonObject alert, Instant now) {
    String lasts = text(alert, "lasts");
    if (lasts.isEmpty()) {
      return null;
    }
    try {
      Duration duration = Duration.parse(lasts);
      if (duration.isNegative() || duration.compareTo(LONGEST) > 0) {
        throw new Undecodable("'lasts' must not exceed 7 days, but is " + lasts + ".");
      }
      return now.plus(duration);
    } catch (DateTimeException e) {
      throw new Undecodable("'lasts' is a duration such as PT10M, but is " + lasts + ".", e);
    }
  }

  private static String text(JsonObject alert, String member) {
    String text = JsonInput.text(alert, member);
    return text == null ? "" : text.trim();
  }
}

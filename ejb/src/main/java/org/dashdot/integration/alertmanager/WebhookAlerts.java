package org.dashdot.integration.alertmanager;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
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
 * The webhook of Alertmanager, version 4 (Prometheus documentation, webhook_config): a group of
 * alerts, each firing or resolved; its group key makes the ticket. A firing alert never expires by
 * itself, since Alertmanager repeats it after hours only.
 */
@ApplicationScoped
@Integration("alertmanager")
public class WebhookAlerts implements SignalDecoder {

  @Override
  public Reading decode(Delivery delivery) {
    if (!(JsonInput.read(delivery.body()) instanceof JsonObject message)) {
      throw new Undecodable(
          "An Alertmanager webhook message was expected: {\"version\": \"4\", ...}.");
    }
    String version = JsonInput.text(message, "version");
    if (!"4".equals(version)) {
      throw new Undecodable("'version' must be \"4\" and is " + version + ".");
    }
    if (!(message.get("alerts") instanceof JsonArray alerts)) {
      throw new Undecodable("'alerts' is missing or not a list.");
    }
    return Parts.read(
        alerts,
        "Alert",
        (alert, i) -> signal(message, alert, i, delivery.receivedAt()),
        alert -> only(message, alert));
  }

  @Override
  public Optional<String> sample(Labels labels, Labels annotations, boolean firing, Instant now) {
    JsonObject alert =
        Parts.sample(labels, annotations, now, firing ? null : now)
            .add("status", firing ? "firing" : "resolved")
            .build();
    JsonObject message = Jsons.JSON.createObjectBuilder().add("version", "4").build();
    return Optional.of(only(message, alert));
  }

  @Override
  public Optional<String> toPaste(String address, String secret) {
    return Optional.of(
        String.join(
            "\n",
            "receivers:",
            "  - name: dash-dot",
            "    webhook_configs:",
            "      - url: " + address + "/api/v1/signals/alertmanager",
            "        http_config:",
            "          authorization:",
            "            credentials: " + secret));
  }

  private static Signal signal(JsonObject message, JsonObject alert, int index, Instant now) {
    Labels labels = JsonInput.texts(alert, "labels");
    if (labels.values().isEmpty()) {
      throw new Undecodable("Alert " + index + " has no labels, so nothing identifies it.");
    }
    boolean firing = !"resolved".equals(JsonInput.text(alert, "status"));
    Instant end = JsonInput.time(alert, "endsAt");
    return new Signal(
        firing ? Signal.State.FIRING : Signal.State.RESOLVED,
        labels,
        annotations(message, alert),
        JsonInput.time(alert, "startsAt"),
        firing ? null : end == null ? now : end,
        JsonInput.text(alert, "generatorURL"),
        JsonInput.text(message, "groupKey"),
        only(message, alert));
  }

  /** With {@code max_alerts} set, members are left out of a group; whoever looks must see that. */
  private static Labels annotations(JsonObject message, JsonObject alert) {
    Labels own = JsonInput.texts(alert, "annotations");
    if (!(message.get("truncatedAlerts") instanceof JsonNumber number) || number.intValue() <= 0) {
      return own;
    }
    Map<String, String> annotations = new TreeMap<>(own.values());
    annotations.put(
        "not_sent",
        number.intValue() + " more of this group, cut off by Alertmanager's max_alerts");
    return Labels.of(annotations);
  }

  /** The message cut to one alert, which this decoder reads again. */
  private static String only(JsonObject message, JsonValue alert) {
    JsonObjectBuilder cut = Jsons.JSON.createObjectBuilder();
    message.forEach(cut::add);
    return cut.add("alerts", Jsons.JSON.createArrayBuilder().add(alert)).build().toString();
  }
}

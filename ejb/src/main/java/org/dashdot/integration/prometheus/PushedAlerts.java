package org.dashdot.integration.prometheus;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.Optional;
import org.dashdot.integration.Parts;
import org.dashdot.shared.Jsons;
import org.dashdot.shared.Settings;
import org.dashdot.signal.Delivery;
import org.dashdot.signal.Integration;
import org.dashdot.signal.JsonInput;
import org.dashdot.signal.Labels;
import org.dashdot.signal.Reading;
import org.dashdot.signal.Signal;
import org.dashdot.signal.SignalDecoder;
import org.dashdot.signal.Undecodable;

/**
 * {@code POST /api/v2/alerts}, the API of Alertmanager 0.16 and later (its openapi.yaml): a list of
 * alerts, resolved when {@code endsAt} has passed, and expiring at {@code endsAt} unless repeated.
 */
@ApplicationScoped
@Integration("prometheus")
public class PushedAlerts implements SignalDecoder {

  @Inject Settings settings;

  @Override
  public Reading decode(Delivery delivery) {
    if (!(JsonInput.read(delivery.body()) instanceof JsonArray alerts)) {
      throw new Undecodable("A list of alerts was expected: [{\"labels\": {...}}, ...].");
    }
    return Parts.read(
        alerts, "Alert", (alert, i) -> signal(alert, i, delivery.receivedAt()), PushedAlerts::only);
  }

  @Override
  public Optional<String> sample(Labels labels, Labels annotations, boolean firing, Instant now) {
    return Optional.of(
        only(Parts.sample(labels, annotations, now, firing ? now.plusSeconds(60) : now).build()));
  }

  private Signal signal(JsonObject alert, int index, Instant now) {
    Labels labels = JsonInput.texts(alert, "labels");
    if (labels.values().isEmpty()) {
      throw new Undecodable("Alert " + index + " has no labels, so nothing identifies it.");
    }
    Instant end = JsonInput.time(alert, "endsAt");
    boolean resolved = end != null && !end.isAfter(now);
    return new Signal(
        resolved ? Signal.State.RESOLVED : Signal.State.FIRING,
        labels,
        JsonInput.texts(alert, "annotations"),
        JsonInput.time(alert, "startsAt"),
        end == null ? now.plus(settings.duration("source.push-lasts")) : end,
        JsonInput.text(alert, "generatorURL"),
        null,
        only(alert));
  }

  /** A list of one, which this decoder reads again. */
  private static String only(JsonValue alert) {
    return Jsons.JSON.createArrayBuilder().add(alert).build().toString();
  }
}

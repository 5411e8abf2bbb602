package org.dashdot.integration.grafana;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
 * The webhook contact point of Grafana alerting (Grafana documentation, webhook notifier): a group
 * of alerts, each firing or resolved, with links to dashboard, panel, picture and silence. A firing
 * alert never expires by itself, since Grafana repeats it after hours only.
 */
@ApplicationScoped
@Integration("grafana")
public class WebhookAlerts implements SignalDecoder {

  /** Members of an alert that become annotations of the same name. */
  private static final String[] KEPT = {
    "dashboardURL", "panelURL", "silenceURL", "imageURL", "valueString", "ruleUID"
  };

  @Inject Signature signature;

  @Override
  public Reading decode(Delivery delivery) {
    signature.require(delivery);
    if (!(JsonInput.read(delivery.body()) instanceof JsonObject message)
        || !(message.get("alerts") instanceof JsonArray alerts)) {
      throw new Undecodable(
          "A message of Grafana's webhook was expected: {\"alerts\": [...], ...}. A template of"
              + " your own for the body cannot be read.");
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
    JsonObject message = Jsons.JSON.createObjectBuilder().add("version", "1").build();
    return Optional.of(only(message, alert));
  }

  @Override
  public Optional<String> toPaste(String address, String secret) {
    return Optional.of(
        String.join(
            "\n",
            "apiVersion: 1",
            "contactPoints:",
            "  - orgId: 1",
            "    name: dash-dot",
            "    receivers:",
            "      - uid: dash-dot",
            "        type: webhook",
            "        disableResolveMessage: false",
            "        settings:",
            "          url: " + address + "/api/v1/signals/grafana",
            "          httpMethod: POST",
            "          authorization_scheme: Bearer",
            "          authorization_credentials: " + secret));
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
        annotations(message, alert, labels),
        JsonInput.time(alert, "startsAt"),
        firing ? null : end == null ? now : end,
        JsonInput.text(alert, "generatorURL"),
        JsonInput.text(message, "groupKey"),
        only(message, alert));
  }

  private static Labels annotations(JsonObject message, JsonObject alert, Labels labels) {
    Map<String, String> annotations = new TreeMap<>(JsonInput.texts(alert, "annotations").values());
    for (String name : KEPT) {
      String value = JsonInput.text(alert, name);
      if (value != null && !value.isEmpty()) {
        annotations.put(name, value);
      }
    }
    if (message.get("truncatedAlerts") instanceof JsonNumber number && number.intValue() > 0) {
      annotations.put("not_sent", number.intValue() + " more of this group, cut off by Grafana");
    }
    explain(labels, annotations);
    return Labels.of(annotations);
  }

  /** A rule that cannot be evaluated says so under the name of the trouble, not of the rule. */
  private static void explain(Labels labels, Map<String, String> annotations) {
    String trouble =
        switch (labels.name()) {
          case "DatasourceNoData" -> "Grafana gets no data for the rule ";
          case "DatasourceError" -> "Grafana cannot evaluate the rule ";
          default -> null;
        };
    if (trouble != null) {
      String rule = labels.get("rulename").orElse("");
      String own = annotations.put("summary", trouble + rule);
      if (own != null) {
        annotations.put("summary_of_rule", own);
      }
    }
  }

  /** The message cut to one alert, which this decoder reads again. */
  private static String only(JsonObject message, JsonValue alert) {
    JsonObjectBuilder cut = Jsons.JSON.createObjectBuilder();
    message.forEach(cut::add);
    return cut.add("alerts", Jsons.JSON.createArrayBuilder().add(alert)).build().toString();
  }
}

package org.dashdot.integration.prometheus;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dashdot.signal.JsonInput;
import org.dashdot.signal.Labels;
import org.dashdot.signal.Signal;
import org.dashdot.signal.Undecodable;

/**
 * Rules that their Prometheus cannot evaluate ({@code health} is {@code err}): what they watch for
 * could happen without a word.
 */
final class FailingRules {

  private FailingRules() {}

  /**
   * @throws Undecodable when it is no list of rules
   */
  static List<Signal> in(byte[] body, String url) {
    List<Signal> signals = new ArrayList<>();
    if (!(JsonInput.read(body) instanceof JsonObject answer
        && answer.get("data") instanceof JsonObject data
        && data.get("groups") instanceof JsonArray groups)) {
      throw new Undecodable("'data.groups' is missing.");
    }
    for (JsonValue one : groups) {
      if (one instanceof JsonObject group && group.get("rules") instanceof JsonArray rules) {
        rules.stream()
            .filter(rule -> rule instanceof JsonObject)
            .map(JsonValue::asJsonObject)
            .filter(rule -> "err".equals(JsonInput.text(rule, "health")))
            .forEach(rule -> signals.add(signal(rule, JsonInput.text(group, "name"), url)));
      }
    }
    return signals;
  }

  private static Signal signal(JsonObject rule, String group, String url) {
    String name = String.valueOf(JsonInput.text(rule, "name"));
    String error = JsonInput.text(rule, "lastError");
    return new Signal(
        Signal.State.FIRING,
        Labels.of(
            Map.of(
                "alertname",
                "PrometheusRuleFails",
                "instance",
                URI.create(url).getAuthority(),
                "rule",
                name,
                "rule_group",
                String.valueOf(group),
                "severity",
                "warning",
                "tier",
                "system")),
        Labels.of(
            Map.of(
                "summary",
                "Rule " + name + " cannot be evaluated" + (error == null ? "" : ": " + error))),
        null,
        null,
        url + "/rules",
        null,
        rule.toString());
  }
}

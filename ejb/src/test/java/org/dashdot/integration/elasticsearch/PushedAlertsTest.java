package org.dashdot.integration.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dashdot.integration.DecoderContract;
import org.dashdot.integration.RecordedCase;
import org.dashdot.signal.Delivery;
import org.dashdot.signal.Signal;
import org.dashdot.signal.SignalDecoder;
import org.junit.jupiter.api.Test;

/** What Kibana and Watcher make of the body that is given to paste. */
class PushedAlertsTest extends DecoderContract {

  private static final Instant NOW = Instant.parse("2026-11-22T07:10:30Z");
  private static final Pattern VARIABLE = Pattern.compile("\\{\\{([^}]+)}}");

  @Override
  protected boolean covers(String caseName) {
    return caseName.startsWith("pushed-");
  }

  @Override
  protected SignalDecoder decoder(RecordedCase recorded) {
    return new PushedAlerts();
  }

  private static String paste() {
    return new PushedAlerts().toPaste("https://dash-dot.example", "4711").orElseThrow();
  }

  /** As Mustache fills it: what is unknown becomes empty, texts are escaped as JSON's. */
  private static String filled(String template, Map<String, String> values) {
    return VARIABLE
        .matcher(template)
        .replaceAll(
            found -> {
              String json = Json.createValue(values.getOrDefault(found.group(1), "")).toString();
              return Matcher.quoteReplacement(json.substring(1, json.length() - 1));
            });
  }

  private static Signal decoded(String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return new PushedAlerts()
        .decode(new Delivery("POST", "", Map.of(), Map.of(), bytes, NOW, null))
        .signals()
        .get(0);
  }

  /** The JSON document that begins at the first brace after these words. */
  private static String document(String after) {
    String rest = paste().substring(paste().indexOf(after));
    return rest.substring(rest.indexOf("\n{") + 1, rest.indexOf("\n}") + 2);
  }

  @Test
  void thePastedBodyForKibanaFiresAndRecovers() {
    String template = document("In the rule add");
    Map<String, String> active =
        Map.of(
            "rule.name", "Errors in \"checkout\"",
            "rule.id", "r1",
            "alert.id", "web1",
            "alert.actionGroup", "default",
            "date", "2026-11-22T07:08:14.123Z",
            "context.host.name", "web1",
            "context.reason", "57 errors\nin 5 min");
    Signal firing = decoded(filled(template, active));
    Signal over = decoded(filled(template.replace("{{alert.actionGroup}}", "recovered"), active));

    assertThat(firing.firing()).isTrue();
    assertThat(firing.endsAt()).as("it holds until it recovers").isNull();
    assertThat(firing.labels().name()).isEqualTo("Errors in \"checkout\"");
    assertThat(firing.labels().host()).contains("web1");
    assertThat(firing.annotations().get("summary")).contains("57 errors\nin 5 min");
    assertThat(over.firing()).isFalse();
    assertThat(over.labels()).isEqualTo(firing.labels());
  }

  @Test
  void thePastedActionForWatcherHoldsForItsTime() {
    String paste = paste();
    String action = "{" + paste.substring(paste.indexOf("\"dash-dot\": {")) + "}";
    try (JsonReader reader = Json.createReader(new StringReader(action))) {
      JsonObject webhook = reader.readObject().getJsonObject("dash-dot").getJsonObject("webhook");
      assertThat(webhook.getString("url"))
          .isEqualTo("https://dash-dot.example/api/v1/signals/elasticsearch");
      assertThat(webhook.getJsonObject("headers").getString("Authorization"))
          .isEqualTo("Bearer 4711");
      Signal firing =
          decoded(
              filled(
                  webhook.getString("body"),
                  Map.of(
                      "ctx.watch_id", "error_watch",
                      "ctx.execution_time", "2026-11-22T07:10:14.711Z",
                      "ctx.payload.hits.total", "57")));
      assertThat(firing.labels().name()).isEqualTo("error_watch");
      assertThat(firing.annotations().get("summary")).contains("57 hits");
      assertThat(firing.endsAt()).isEqualTo(NOW.plusSeconds(600));
    }
  }
}

package org.dashdot.integration.grafana;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.dashdot.integration.DecoderContract;
import org.dashdot.integration.RecordedCase;
import org.dashdot.shared.Settings;
import org.dashdot.signal.Delivery;
import org.dashdot.signal.SignalDecoder;
import org.dashdot.signal.Undecodable;
import org.junit.jupiter.api.Test;

/** What Grafana's webhook contact point sends. */
class WebhookAlertsTest extends DecoderContract {

  private static final String SECRET = "only for tests";
  private static final Instant NOW = Instant.parse("2026-11-22T07:10:30Z");
  private static final byte[] BODY =
      "{\"alerts\": [{\"labels\": {\"alertname\": \"A\"}}]}".getBytes(StandardCharsets.UTF_8);

  @Override
  protected SignalDecoder decoder(RecordedCase recorded) throws IOException {
    return decoder(recorded.settings());
  }

  private static WebhookAlerts decoder(Settings settings) {
    WebhookAlerts decoder = new WebhookAlerts();
    decoder.signature = new Signature();
    decoder.signature.settings = settings;
    return decoder;
  }

  private static String signed(String text) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static int decode(Map<String, List<String>> headers) {
    return decoder(Settings.shipped())
        .decode(new Delivery("POST", "", Map.of(), headers, BODY, NOW, SECRET))
        .signals()
        .size();
  }

  private static Map<String, List<String>> headers(String signature, Instant at) {
    return at == null
        ? Map.of("x-grafana-alerting-signature", List.of(signature))
        : Map.of(
            "x-grafana-alerting-signature",
            List.of(signature),
            "x-grafana-alerting-timestamp",
            List.of(String.valueOf(at.getEpochSecond())));
  }

  @Test
  void whatIsSignedIsReadWithAndWithoutItsTime() throws Exception {
    String body = new String(BODY, StandardCharsets.UTF_8);
    assertThat(decode(headers(signed(body), null))).isEqualTo(1);
    assertThat(decode(headers(signed(NOW.getEpochSecond() + ":" + body), NOW))).isEqualTo(1);
  }

  @Test
  void whatIsNotSignedAsItShouldBeIsRefused() throws Exception {
    String body = new String(BODY, StandardCharsets.UTF_8);
    Instant old = NOW.minusSeconds(3600);
    assertThatThrownBy(() -> decode(Map.of()))
        .isInstanceOf(Undecodable.class)
        .hasMessageContaining("is missing");
    assertThatThrownBy(() -> decode(headers(signed(body + " "), null)))
        .isInstanceOf(Undecodable.class)
        .hasMessageContaining("does not fit");
    assertThatThrownBy(() -> decode(headers(signed(body), NOW)))
        .as("the time is signed too")
        .isInstanceOf(Undecodable.class);
    assertThatThrownBy(() -> decode(headers(signed(old.getEpochSecond() + ":" + body), old)))
        .isInstanceOf(Undecodable.class)
        .hasMessageContaining("too long ago");
    assertThatThrownBy(
            () ->
                decode(
                    Map.of(
                        "x-grafana-alerting-signature", List.of(signed(body)),
                        "x-grafana-alerting-timestamp", List.of("now"))))
        .isInstanceOf(Undecodable.class)
        .hasMessageContaining("no time");
  }
}

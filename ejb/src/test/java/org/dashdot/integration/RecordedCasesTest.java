package org.dashdot.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.dashdot.integration.alertmanager.WebhookAlerts;
import org.dashdot.integration.prometheus.PushedAlertsCases;
import org.dashdot.signal.Delivery;
import org.dashdot.signal.Signal;
import org.dashdot.signal.SignalDecoder;
import org.junit.jupiter.api.Test;

/** What real systems sent, decoded; and each raw text decodes to its own signal again. */
class RecordedCasesTest {

  private static final Instant THEN = Instant.parse("2026-11-22T07:11:00Z");

  private static List<Signal> decode(SignalDecoder decoder, String file, Instant at)
      throws IOException {
    byte[] body = RecordedCasesTest.class.getResourceAsStream("/" + file).readAllBytes();
    return decode(decoder, body, at);
  }

  private static List<Signal> decode(SignalDecoder decoder, byte[] body, Instant at) {
    return decoder.decode(new Delivery("POST", "", Map.of(), Map.of(), body, at));
  }

  @Test
  void prometheusPushesFourAtOnce() throws IOException {
    SignalDecoder decoder = PushedAlertsCases.decoder();
    List<Signal> signals = decode(decoder, "prometheus-push-four.json", THEN);
    assertThat(signals).hasSize(4).allMatch(Signal::firing);
    for (Signal signal : signals) {
      List<Signal> again = decode(decoder, signal.raw().getBytes(), THEN);
      assertThat(again).hasSize(1);
      assertThat(again.get(0).labels()).isEqualTo(signal.labels());
    }
  }

  @Test
  void prometheusSaysResolvedByAnEndThatHasPassed() throws IOException {
    List<Signal> signals =
        decode(
            PushedAlertsCases.decoder(),
            "prometheus-push-resolved.json",
            Instant.parse("2026-11-22T23:00:00Z"));
    assertThat(signals).isNotEmpty().noneMatch(Signal::firing);
  }

  @Test
  void alertmanagerSaysResolvedAndGivesItsGroup() throws IOException {
    List<Signal> signals = decode(new WebhookAlerts(), "alertmanager-resolved.json", THEN);
    assertThat(signals).isNotEmpty().anyMatch(s -> !s.firing());
    assertThat(signals).allSatisfy(s -> assertThat(s.groupKey()).contains("alertname"));
    assertThat(decode(new WebhookAlerts(), signals.get(0).raw().getBytes(), THEN)).hasSize(1);
  }
}

package org.dashdot.integration.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.dashdot.integration.HttpFetch;
import org.dashdot.integration.ScriptedFetch;
import org.dashdot.shared.Settings;
import org.dashdot.signal.Delivery;
import org.dashdot.signal.Fingerprint;
import org.dashdot.signal.Identities;
import org.dashdot.signal.Identity;
import org.dashdot.signal.Signal;
import org.dashdot.signal.SignalSource;
import org.junit.jupiter.api.Test;

/** One alert of one Prometheus, pushed with external labels and polled without them. */
class OneConditionTest {

  private static final String PUSHED =
      """
      [{"labels": {"alertname": "InstanceDown", "instance": "a:9100", "site": "lab",
        "prometheus": "one", "replica": "a"}}]""";
  private static final String POLLED =
      """
      {"status": "success", "data": {"alerts": [{"state": "firing",
        "labels": {"alertname": "InstanceDown", "instance": "a:9100"}}]}}""";

  private static Signal pushed() {
    PushedAlerts decoder = new PushedAlerts();
    decoder.settings = Settings.shipped();
    byte[] body = PUSHED.getBytes(StandardCharsets.UTF_8);
    return decoder
        .decode(new Delivery("POST", "", Map.of(), Map.of(), body, Instant.EPOCH, null))
        .signals()
        .get(0);
  }

  private static Signal polled() throws IOException {
    PolledAlerts source = new PolledAlerts();
    byte[] body = POLLED.getBytes(StandardCharsets.UTF_8);
    source.http =
        new ScriptedFetch(
            new HttpFetch.Answer(200, body, Duration.ZERO, null),
            new HttpFetch.Answer(404, new byte[0], Duration.ZERO, null));
    return source
        .poll(
            new SignalSource.Question(
                "source", "http://prometheus.example", null, Duration.ofSeconds(1), Instant.EPOCH))
        .signals()
        .get(0);
  }

  private static Fingerprint print(Signal signal, String ignored) {
    Identity identity =
        Identities.with(Settings.shipped().with("identity.ignored-labels", ignored));
    return identity.of(signal);
  }

  @Test
  void pushedAndPolledItIsOneWhenItsExternalLabelsAreNamed() throws IOException {
    String ignored = "prometheus, replica, site";
    assertThat(print(pushed(), ignored)).isEqualTo(print(polled(), ignored));
  }

  @Test
  void externalLabelsThatAreNotNamedTellConditionsApart() throws IOException {
    String ignored = "prometheus, replica";
    assertThat(print(pushed(), ignored)).isNotEqualTo(print(polled(), ignored));
  }
}

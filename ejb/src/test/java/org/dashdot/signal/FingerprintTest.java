package org.dashdot.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Identity of signals. */
class FingerprintTest {

  private static Fingerprint of(Map<String, String> labels) {
    return Fingerprint.of(Labels.of(labels), Set.of("replica"));
  }

  @Test
  void externalLabelsDoNotIdentify() {
    assertThat(of(Map.of("alertname", "A", "replica", "1")))
        .isEqualTo(of(Map.of("alertname", "A")));
  }

  @Test
  void separatorsKeepNeighboursApart() {
    assertThat(of(Map.of("a", "bc"))).isNotEqualTo(of(Map.of("ab", "c")));
    assertThat(of(Map.of("a", "1", "b", "2"))).isNotEqualTo(of(Map.of("a", "1b2")));
  }

  @Test
  void anEmptyLabelIsAbsent() {
    assertThat(of(Map.of("alertname", "A", "x", ""))).isEqualTo(of(Map.of("alertname", "A")));
  }

  @Test
  void addressesKeepTheirPathAndLoseTheirPort() {
    assertThat(Labels.of(Map.of("instance", "web-1:9100")).host()).contains("web-1");
    assertThat(Labels.of(Map.of("instance", "[::1]:9100")).host()).contains("[::1]");
    assertThat(Labels.of(Map.of("instance", "http://a:1/x")).host()).contains("http://a:1/x");
  }
}

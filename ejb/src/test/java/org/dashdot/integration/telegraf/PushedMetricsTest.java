package org.dashdot.integration.telegraf;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.dashdot.integration.DecoderContract;
import org.dashdot.integration.RecordedCase;
import org.dashdot.signal.Delivery;
import org.dashdot.signal.LogLine;
import org.dashdot.signal.Reading;
import org.dashdot.signal.SignalDecoder;
import org.junit.jupiter.api.Test;

/** What Telegraf's HTTP output sends. */
class PushedMetricsTest extends DecoderContract {

  private static final Instant NOW = Instant.parse("2026-11-22T07:10:30Z");

  @Override
  protected SignalDecoder decoder(RecordedCase recorded) {
    return new PushedMetrics();
  }

  private static Reading read(String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return new PushedMetrics()
        .decode(new Delivery("POST", "", Map.of(), Map.of(), bytes, NOW, null));
  }

  @Test
  void whatCannotBeReadNeverHoldsUpTelegraf() {
    assertThat(new PushedMetrics().repeatsWhatIsRefused()).isTrue();
  }

  @Test
  void aTextWithoutEndCostsOnlyItsOwnLine() {
    Reading reading = read("a f=\"open\nb f=1\nc f=2\n");
    assertThat(reading.refused()).hasSize(1);
    assertThat(reading.samples()).extracting(s -> s.metric()).containsExactly("b_f", "c_f");
  }

  @Test
  void aLoggedLineBroughtAgainHasTheSameIdAndAnotherOneAnother() {
    String line = "syslog,hostname=web1,appname=app message=\"%s\",timestamp=1795331580000000000i";
    LogLine first = read(line.formatted("full") + " 1795331581000000000").lines().get(0);
    LogLine again = read(line.formatted("full") + " 1795331599000000000").lines().get(0);
    LogLine other = read(line.formatted("empty") + " 1795331581000000000").lines().get(0);
    assertThat(again.id()).isEqualTo(first.id());
    assertThat(other.id()).isNotEqualTo(first.id());
  }
}

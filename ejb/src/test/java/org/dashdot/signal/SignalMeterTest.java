package org.dashdot.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.dashdot.signal.SignalCounts.Count;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was reported anew is known at once and written once. */
class SignalMeterTest {

  private static final Instant MINUTE = Instant.parse("2026-01-01T12:00:00Z");

  private final SignalMeter meter = new SignalMeter();
  private final List<Count> written = new ArrayList<>();
  private boolean writable = true;

  @BeforeEach
  void wire() {
    meter.clock = Clock.fixed(MINUTE.plusSeconds(20), ZoneOffset.UTC);
    meter.counts =
        new SignalCounts() {
          @Override
          public void add(List<Count> counts) {
            if (!writable) {
              throw new IllegalStateException("no database");
            }
            written.addAll(counts);
          }
        };
  }

  @Test
  void whatIsCountedIsKnownBeforeItIsWritten() {
    meter.count(Severity.CRITICAL);
    meter.count(Severity.CRITICAL);

    assertThat(meter.waiting()).containsExactly(new Count(MINUTE, Severity.CRITICAL, 2));
    assertThat(written).isEmpty();

    meter.beat();
    assertThat(meter.waiting()).isEmpty();
    assertThat(written).containsExactly(new Count(MINUTE, Severity.CRITICAL, 2));
  }

  @Test
  void whatCannotBeWrittenWaitsForTheNextTime() {
    meter.count(Severity.WARNING);
    writable = false;
    assertThatThrownBy(meter::beat).isInstanceOf(IllegalStateException.class);
    writable = true;
    meter.beat();

    assertThat(written).containsExactly(new Count(MINUTE, Severity.WARNING, 1));
  }
}

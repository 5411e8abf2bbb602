package org.dashdot.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RatesTest {

  private static final Instant START = Instant.parse("2026-11-22T07:10:30Z");

  private final Rates rates = new Rates();

  private void at(long minutes) {
    Clock fixed = Clock.fixed(START.plus(Duration.ofMinutes(minutes)), ZoneOffset.UTC);
    // As the product's: such a clock cannot tell milliseconds.
    rates.clock = Clock.tick(fixed, Duration.ofNanos(1000));
  }

  @Test
  void theLastMinuteAndTheLastHourAreCounted() {
    at(0);
    assertThat(rates.of(1L)).isEqualTo(new Rates.Rate(0, 0));
    rates.came(1L, 7);
    rates.came(1L, 3);
    rates.came(2L, 100);
    assertThat(rates.of(1L)).as("this minute is not over").isEqualTo(new Rates.Rate(0, 10));
    at(1);
    assertThat(rates.of(1L)).isEqualTo(new Rates.Rate(10, 10));
    rates.came(1L, 5);
    at(2);
    assertThat(rates.of(1L)).isEqualTo(new Rates.Rate(5, 15));
    at(60);
    assertThat(rates.of(1L)).isEqualTo(new Rates.Rate(0, 5));
    at(500);
    assertThat(rates.of(1L)).isEqualTo(new Rates.Rate(0, 0));
  }
}

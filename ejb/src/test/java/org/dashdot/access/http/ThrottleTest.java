package org.dashdot.access.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ThrottleTest {

  private final Throttle throttle = new Throttle();
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");

  ThrottleTest() {
    tick(Duration.ZERO);
  }

  private void tick(Duration passed) {
    now = now.plus(passed);
    throttle.clock = Clock.fixed(now, ZoneOffset.UTC);
  }

  private void fail(int times, String name, String address) {
    for (int i = 0; i < times; i++) {
      throttle.failed(name, address);
    }
  }

  @Test
  void tenFailuresForANameCloseItFromEverywhereForAQuarterHour() {
    fail(9, "ann", "10.0.0.1");
    assertThat(throttle.refuses("ann", "10.0.0.1")).isFalse();
    fail(1, "ann", "10.0.0.2");
    assertThat(throttle.refuses("ann", "10.0.0.3")).isTrue();
    assertThat(throttle.refuses("bob", "10.0.0.1")).as("others go on").isFalse();

    tick(Duration.ofMinutes(16));
    assertThat(throttle.refuses("ann", "10.0.0.1")).isFalse();
  }

  @Test
  void guessingManyNamesFromOneAddressEndsToo() {
    for (int i = 0; i < 50; i++) {
      assertThat(throttle.refuses("name" + i, "10.0.0.1")).isFalse();
      fail(1, "name" + i, "10.0.0.1");
    }
    assertThat(throttle.refuses("another", "10.0.0.1")).isTrue();
    assertThat(throttle.refuses("another", "10.0.0.2")).isFalse();
  }

  @Test
  void successForgetsTheFailuresOfTheName() {
    fail(9, "ann", "10.0.0.1");
    throttle.succeeded("ann");
    fail(1, "ann", "10.0.0.1");
    assertThat(throttle.refuses("ann", "10.0.0.1")).isFalse();
  }
}

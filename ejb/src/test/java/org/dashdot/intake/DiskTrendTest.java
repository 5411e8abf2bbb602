package org.dashdot.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

class DiskTrendTest {

  private static final Instant START = Instant.parse("2026-11-22T07:00:00Z");
  private static final long GB = 1L << 30;

  private static List<DiskReading> hours(int count, LongUnaryOperator used) {
    List<DiskReading> readings = new ArrayList<>();
    for (int hour = 0; hour < count; hour++) {
      readings.add(
          new DiskReading(
              "n", START.plus(Duration.ofHours(hour)), used.applyAsLong(hour), 1000 * GB));
    }
    return readings;
  }

  @Test
  void aDiskThatFillsSteadilyIsFullWhenItIs() {
    assertThat(DiskTrend.untilFull(hours(24, hour -> 500 * GB + hour * GB)))
        .contains(Duration.ofHours(1000 - 523));
  }

  @Test
  void oneThatSwaysFillsAsItDoesInTheLongRun() {
    Duration until =
        DiskTrend.untilFull(hours(100, h -> 500 * GB + h * GB + (h % 2 == 0 ? 20 : -20) * GB))
            .orElseThrow();
    assertThat(until.toHours()).isBetween(380L, 440L);
  }

  @Test
  void oneThatDoesNotFillHasNoEnd() {
    assertThat(DiskTrend.untilFull(hours(24, hour -> 500 * GB))).isEmpty();
    assertThat(DiskTrend.untilFull(hours(24, hour -> 500 * GB - hour * GB))).isEmpty();
    assertThat(DiskTrend.untilFull(hours(24, hour -> 500 * GB + hour * 1000))).isEmpty();
  }

  @Test
  void aFewReadingsAreNoTrend() {
    assertThat(DiskTrend.known(List.of())).isFalse();
    assertThat(DiskTrend.known(hours(5, hour -> hour * GB))).isFalse();
    assertThat(DiskTrend.untilFull(hours(5, hour -> hour * GB))).isEmpty();
    assertThat(DiskTrend.known(hours(6, hour -> hour * GB))).isTrue();
  }

  @Test
  void aFullDiskIsFullNow() {
    assertThat(DiskTrend.untilFull(hours(7, hour -> (994 + hour) * GB))).contains(Duration.ZERO);
  }
}

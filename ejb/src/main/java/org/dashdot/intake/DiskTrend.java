package org.dashdot.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When a disk is full if it goes on filling as it did: a straight line by least squares. */
final class DiskTrend {

  private static final int LEAST_READINGS = 6;
  private static final Duration LEAST_SPAN = Duration.ofHours(5);
  private static final Duration LONGEST = Duration.ofDays(3650);

  private DiskTrend() {}

  /** Whether there is enough to go by. */
  static boolean known(List<DiskReading> readings) {
    return readings.size() >= LEAST_READINGS
        && Duration.between(readings.get(0).at(), readings.get(readings.size() - 1).at())
                .compareTo(LEAST_SPAN)
            >= 0;
  }

  /**
   * How long until it is full.
   *
   * @param readings of one disk, the oldest first
   * @return empty when it does not fill, or too slowly to matter, or not enough is known
   */
  static Optional<Duration> untilFull(List<DiskReading> readings) {
    if (!known(readings)) {
      return Optional.empty();
    }
    Instant origin = readings.get(0).at();
    double n = readings.size();
    double meanX = readings.stream().mapToDouble(r -> seconds(origin, r)).sum() / n;
    double meanY = readings.stream().mapToDouble(DiskReading::usedBytes).sum() / n;
    double both =
        readings.stream()
            .mapToDouble(r -> (seconds(origin, r) - meanX) * (r.usedBytes() - meanY))
            .sum();
    double spread =
        readings.stream().mapToDouble(r -> Math.pow(seconds(origin, r) - meanX, 2)).sum();
    double bytesPerSecond = both / spread;
    DiskReading last = readings.get(readings.size() - 1);
    double left = Math.max(0, last.totalBytes() - last.usedBytes());
    if (bytesPerSecond <= 0 || left / bytesPerSecond > LONGEST.toSeconds()) {
      return Optional.empty();
    }
    return Optional.of(Duration.ofSeconds((long) (left / bytesPerSecond)));
  }

  private static double seconds(Instant origin, DiskReading reading) {
    return Duration.between(origin, reading.at()).toSeconds();
  }
}

package org.dashdot.dot;

import java.time.Duration;
import java.time.Instant;

/** How finely the rim tells when something was reported: the longer ago, the coarser. */
final class Rim {

  private Rim() {}

  /** The beginning of the stretch in which a minute is counted. */
  static Instant begin(Instant minute, Instant now) {
    Duration ago = Duration.between(minute, now);
    long minutes = ago.toMinutes() < 60 ? 1 : ago.toMinutes() < 360 ? 5 : 15;
    long stretch = Duration.ofMinutes(minutes).toSeconds();
    return Instant.ofEpochSecond(Math.floorDiv(minute.getEpochSecond(), stretch) * stretch);
  }
}

package org.dashdot.imperfection;

import java.time.Duration;
import java.time.Instant;
import org.dashdot.signal.Fingerprint;
import org.dashdot.signal.Signal;

/**
 * What must be known of a stored imperfection to tell that a signal only repeats it; read without
 * locking anything.
 */
public record Repeat(
    Long id,
    String fingerprint,
    Long sourceId,
    Imperfection.State state,
    String saidHash,
    Instant startsAt,
    Instant lastSeenAt,
    Instant expiresAt,
    Instant mutedUntil) {

  /** All that a repeat says again: how bad, why, and where to look; not when it will end. */
  static String hash(Signal signal) {
    return Fingerprint.hash(
        signal.severity()
            + "\n"
            + signal.annotations().values()
            + "\n"
            + signal.generatorUrl()
            + "\n"
            + signal.groupKey());
  }

  /** Whether the signal tells nothing that is not stored. */
  public boolean repeatedBy(Signal signal, Long source) {
    return signal.firing()
        && state == Imperfection.State.OPEN
        && mutedUntil == null
        && source.equals(sourceId)
        && (signal.startsAt() == null || !signal.startsAt().isBefore(startsAt))
        && hash(signal).equals(saidHash);
  }

  /**
   * Whether that it was seen again must be written now: from time to time, and in good time before
   * it would expire.
   */
  public boolean stale(Signal signal, Instant now, Duration rewrite) {
    if (!lastSeenAt.plus(rewrite).isAfter(now)
        || (signal.endsAt() == null) != (expiresAt == null)) {
      return true;
    }
    return expiresAt != null
        && Duration.between(now, expiresAt)
                .compareTo(Duration.between(now, signal.endsAt()).dividedBy(2))
            < 0;
  }
}

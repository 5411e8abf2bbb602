package org.dashdot.check;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.dashdot.signal.Labels;
import org.dashdot.signal.Signal;

/**
 * What was said of one condition, so that it is said again often enough to last, with new words now
 * and then, and its end once. What was said is believed only until it is called unsaid: then nobody
 * stored it.
 */
final class Told {

  /** A condition that holds is said again after so long. */
  private static final Duration AGAIN = Duration.ofSeconds(30);

  /** Until then in the same words, which costs the store next to nothing. */
  private static final Duration SAME_WORDS = Duration.ofMinutes(10);

  private final Labels identity;
  private boolean firing;
  private boolean certain = true;
  private Instant saidAt;
  private Instant wordedAt;
  private Labels words;
  private String raw;

  Told(Labels identity, boolean firing) {
    this.identity = identity;
    this.firing = firing;
  }

  Labels identity() {
    return identity;
  }

  boolean firing() {
    return firing;
  }

  /** Nobody stored what was said last. */
  void unsaid() {
    certain = false;
    saidAt = null;
    wordedAt = null;
  }

  /**
   * It holds.
   *
   * @param since when it began; null when that is not known
   * @param endsAt until when that holds without being said again; null for ever
   */
  Optional<Signal> fires(Words now, Instant since, Instant at, Instant endsAt) {
    if (firing && saidAt != null && at.isBefore(saidAt.plus(AGAIN))) {
      return Optional.empty();
    }
    if (!firing || wordedAt == null || !at.isBefore(wordedAt.plus(SAME_WORDS))) {
      words = now.annotations();
      raw = now.raw();
      wordedAt = at;
    }
    firing = true;
    certain = true;
    saidAt = at;
    return Optional.of(signal(Signal.State.FIRING, words, raw, since, endsAt));
  }

  /** It is over, which is news if it held or may have been taken to. */
  Optional<Signal> ends(Words now, Instant at) {
    if (!firing && certain) {
      return Optional.empty();
    }
    firing = false;
    certain = true;
    saidAt = at;
    return Optional.of(signal(Signal.State.RESOLVED, now.annotations(), now.raw(), null, at));
  }

  private Signal signal(
      Signal.State state, Labels annotations, String kept, Instant start, Instant end) {
    return new Signal(state, identity, annotations, start, end, null, null, kept);
  }

  /** What is to be said, made only when it is. */
  interface Words {

    Labels annotations();

    String raw();
  }
}

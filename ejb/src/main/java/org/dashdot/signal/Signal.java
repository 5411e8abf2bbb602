package org.dashdot.signal;

import java.time.Instant;

/**
 * One observation from a source, immutable.
 *
 * @param startsAt when it began, as the source says; null when it does not say
 * @param endsAt for a firing signal when it expires unless repeated, null when it never does; for a
 *     resolved one when it ended
 * @param generatorUrl the source's own page about it; may be null
 * @param groupKey the group the source put it into; null when it did not
 * @param raw the source's words, cut to this one signal, which the same decoder reads again
 */
public record Signal(
    State state,
    Labels labels,
    Labels annotations,
    Instant startsAt,
    Instant endsAt,
    String generatorUrl,
    String groupKey,
    String raw) {

  /** The name of what exists only to inhibit others. */
  public static final String INHIBITOR = "InfoInhibitor";

  /** Whether the condition holds. */
  public enum State {
    FIRING,
    RESOLVED
  }

  /** Its words hold all the rest, and batches look signals up all the time. */
  @Override
  public int hashCode() {
    return raw == null ? 0 : raw.hashCode();
  }

  public boolean firing() {
    return state == State.FIRING;
  }

  public Severity severity() {
    return Severity.of(labels.get("severity").orElse(labels.get("level").orElse(null)));
  }

  /** A dead man's switch: it says that its source lives, and is never a ticket. */
  public boolean heartbeat() {
    return labels.name().equals("Watchdog") || labels.name().equals("DeadMansSwitch");
  }

  /** It exists only to inhibit others, never to tell anybody. */
  public boolean inhibitor() {
    return labels.name().equals(INHIBITOR);
  }
}

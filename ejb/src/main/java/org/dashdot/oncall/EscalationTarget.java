package org.dashdot.oncall;

import java.util.Locale;
import org.dashdot.shared.InvalidInput;

/**
 * Whom a step of an escalation policy tells.
 *
 * @param id of the rotation, team or person; null for the kinds that need none
 */
public record EscalationTarget(Kind kind, Long id) {

  /** What the ticket's own team makes of it, or somebody named. */
  public enum Kind {
    /** Whoever is on duty for the ticket's team. */
    DUTY,
    /** Whoever is asked when the ticket's owner does not answer. */
    SECOND,
    /** Everybody in the ticket's team. */
    TEAM,
    MANAGERS,
    ROTATION,
    OTHER_TEAM,
    PERSON;

    boolean named() {
      return this == ROTATION || this == OTHER_TEAM || this == PERSON;
    }

    String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  static EscalationTarget of(Kind kind) {
    return new EscalationTarget(kind, null);
  }

  /**
   * Understands {@code second}, {@code team}, {@code rotation:5} and the like.
   *
   * @throws InvalidInput naming the field
   */
  public static EscalationTarget parse(String field, String text) {
    String[] parts = (text == null ? "" : text.trim()).split(":", 2);
    for (Kind kind : Kind.values()) {
      if (kind.word().equals(parts[0])
          && (kind.named()
              ? parts.length == 2 && parts[1].matches("\\d{1,18}")
              : parts.length == 1)) {
        return new EscalationTarget(kind, kind.named() ? Long.valueOf(parts[1]) : null);
      }
    }
    throw new InvalidInput(
        field,
        "Whom to tell is duty, second, team, managers, rotation:ID, other-team:ID or person:ID.");
  }

  @Override
  public String toString() {
    return kind.word() + (id == null ? "" : ":" + id);
  }
}

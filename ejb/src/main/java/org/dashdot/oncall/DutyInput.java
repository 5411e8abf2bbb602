package org.dashdot.oncall;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.dashdot.shared.InvalidInput;

/** What people and programs may say about duty. */
final class DutyInput {

  private static final Duration LONGEST = Duration.ofDays(366);
  private static final int LONGEST_REASON = 500;

  private DutyInput() {}

  /**
   * A time that is not over yet.
   *
   * @throws InvalidInput naming the field at fault
   */
  static Stretch ahead(Instant from, Instant until, Instant now) {
    Stretch when = between(from, until);
    if (!until.isAfter(now)) {
      throw new InvalidInput("until", "This is over already: the end must lie after now.");
    }
    return when;
  }

  static Stretch between(Instant from, Instant until) {
    if (from == null) {
      throw new InvalidInput("from", "Say when it begins.");
    }
    if (until == null || !until.isAfter(from)) {
      throw new InvalidInput("until", "The end must lie after the beginning.");
    }
    if (Duration.between(from, until).compareTo(LONGEST) > 0) {
      throw new InvalidInput("until", "That is longer than a year.");
    }
    return new Stretch(from, until);
  }

  static String reason(String text) {
    if (text != null && text.length() > LONGEST_REASON) {
      throw new InvalidInput("reason", "A reason has at most 500 characters.");
    }
    return text == null || text.isBlank() ? null : text.trim();
  }

  static String name(String text) {
    if (text == null || text.isBlank() || text.trim().length() > 60) {
      throw new InvalidInput("name", "A rotation needs a name of at most 60 characters.");
    }
    return text.trim();
  }

  static ZoneId zone(String text) {
    try {
      return ZoneId.of(text == null ? "" : text.trim());
    } catch (DateTimeException e) {
      throw new InvalidInput("zone", "This is no time zone such as Europe/Berlin: " + text);
    }
  }
}

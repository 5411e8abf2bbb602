package org.dashdot.shared;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * Low tickets do not wake anybody: quiet from 20:00 to 08:00 and at weekends, in a person's zone.
 */
public final class WorkingHours {

  private static final LocalTime BEGIN = LocalTime.of(8, 0);
  private static final LocalTime END = LocalTime.of(20, 0);

  private WorkingHours() {}

  /** The given moment, or the next working hour's begin when it falls into quiet hours. */
  public static Instant next(Instant moment, ZoneId zone) {
    ZonedDateTime time = moment.atZone(zone);
    if (!Span.weekend(time)
        && !time.toLocalTime().isBefore(BEGIN)
        && time.toLocalTime().isBefore(END)) {
      return moment;
    }
    return nextAt(moment, BEGIN, zone);
  }

  /** The next time of day strictly after the moment that does not fall on a weekend. */
  public static Instant nextAt(Instant moment, LocalTime at, ZoneId zone) {
    ZonedDateTime time = moment.atZone(zone);
    ZonedDateTime next = time.with(at);
    while (!next.isAfter(time) || Span.weekend(next)) {
      next = next.plusDays(1).with(at);
    }
    return next.toInstant();
  }
}

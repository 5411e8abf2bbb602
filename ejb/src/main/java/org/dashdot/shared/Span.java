package org.dashdot.shared;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * A stretch of time as settings write it: an ISO-8601 duration ({@code PT5M}) or working days
 * ({@code 3wd}: the same time of day, Saturdays and Sundays not counted).
 */
public record Span(Duration duration, int workingDays) {

  private static final String WORKING_DAYS = "wd";

  public static Span parse(String text) {
    String value = text.trim();
    if (value.endsWith(WORKING_DAYS)) {
      return new Span(
          Duration.ZERO, Integer.parseInt(value.substring(0, value.length() - 2).trim()));
    }
    return new Span(Duration.parse(value), 0);
  }

  /** The moment when this span has passed since {@code from}, counted in the given zone. */
  public Instant after(Instant from, ZoneId zone) {
    if (workingDays == 0) {
      return from.plus(duration);
    }
    ZonedDateTime day = from.atZone(zone);
    for (int left = workingDays; left > 0; ) {
      day = day.plusDays(1);
      if (!weekend(day)) {
        left--;
      }
    }
    return day.toInstant();
  }

  static boolean weekend(ZonedDateTime day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }
}

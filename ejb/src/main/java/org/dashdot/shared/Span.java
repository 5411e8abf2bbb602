package org.dashdot.shared;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stretch of time as settings write it: an ISO-8601 duration ({@code PT5M}) or working days
 * ({@code 3wd}: the same time of day, Saturdays and Sundays not counted).
 */
public record Span(Duration duration, int workingDays) {

  private static final String WORKING_DAYS = "wd";
  private static final Duration LONGEST = Duration.ofDays(366);
  private static final Map<String, ChronoUnit> UNITS =
      Map.of(
          "s", ChronoUnit.SECONDS,
          "m", ChronoUnit.MINUTES,
          "h", ChronoUnit.HOURS,
          "d", ChronoUnit.DAYS);
  private static final Pattern PART =
      Pattern.compile("(\\d{1,6}) ?(s|sec|m|min|minutes?|h|hours?|d|days?)(?![a-z])");
  private static final Pattern WORDS = Pattern.compile("(" + PART.pattern() + " ?)+");
  private static final Pattern WORKING = Pattern.compile("(\\d{1,3}) ?(wd|working days?)");

  public static Span parse(String text) {
    String value = text.trim();
    if (value.endsWith(WORKING_DAYS)) {
      return new Span(
          Duration.ZERO, Integer.parseInt(value.substring(0, value.length() - 2).trim()));
    }
    return new Span(Duration.parse(value), 0);
  }

  /**
   * As people write it: {@code 5 min}, {@code 1 h 30 min}, {@code 2 d}, {@code 1 working day}, or
   * as settings do.
   *
   * @throws InvalidInput naming the field when it is no span, or none at all
   */
  public static Span read(String field, String text) {
    String value = text == null ? "" : text.trim().toLowerCase(Locale.ROOT);
    Matcher working = WORKING.matcher(value);
    if (working.matches()) {
      return new Span(Duration.ZERO, Integer.parseInt(working.group(1)));
    }
    try {
      Span span =
          WORDS.matcher(value).matches()
              ? new Span(duration(value), 0)
              : parse(value.toUpperCase());
      if (!span.duration().isNegative() && span.duration().compareTo(LONGEST) <= 0) {
        return span;
      }
    } catch (DateTimeException | NumberFormatException e) {
      // The sentence below says what was meant.
    }
    throw new InvalidInput(field, "Write a time such as 5 min, 2 h, 1 d or 1 working day.");
  }

  private static Duration duration(String words) {
    Duration sum = Duration.ZERO;
    Matcher part = PART.matcher(words);
    while (part.find()) {
      sum = sum.plus(Long.parseLong(part.group(1)), UNITS.get(part.group(2).substring(0, 1)));
    }
    return sum;
  }

  /** As {@link #read} understands it. */
  public String words() {
    if (workingDays > 0) {
      return workingDays + (workingDays == 1 ? " working day" : " working days");
    }
    StringJoiner words = new StringJoiner(" ");
    words.setEmptyValue("0 min");
    long days = duration.toDays();
    if (days > 0) {
      words.add(days + " d");
    }
    if (duration.toHoursPart() > 0) {
      words.add(duration.toHoursPart() + " h");
    }
    if (duration.toMinutesPart() > 0) {
      words.add(duration.toMinutesPart() + " min");
    }
    if (duration.toSecondsPart() > 0) {
      words.add(duration.toSecondsPart() + " s");
    }
    return words.toString();
  }

  /** As {@link #parse} understands it. */
  @Override
  public String toString() {
    return workingDays > 0 ? workingDays + WORKING_DAYS : duration.toString();
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

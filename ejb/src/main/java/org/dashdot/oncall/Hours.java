package org.dashdot.oncall;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Hours of the week by the clock on the wall, for example Monday to Friday from 09:00 to 17:00.
 *
 * @param days on which they begin
 * @param until not after {@code from}: it is meant on the next day
 */
public record Hours(Set<DayOfWeek> days, LocalTime from, LocalTime until) {

  /** Understands what {@link #toString} writes: {@code 1,2,5 22:00-07:00}, Monday is 1. */
  static Hours parse(String text) {
    String[] parts = text.split("[ -]");
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (String day : parts[0].split(",")) {
      days.add(DayOfWeek.of(Integer.parseInt(day)));
    }
    return new Hours(days, LocalTime.parse(parts[1]), LocalTime.parse(parts[2]));
  }

  @Override
  public String toString() {
    return days.stream()
            .sorted()
            .map(day -> String.valueOf(day.getValue()))
            .collect(Collectors.joining(","))
        + " "
        + from
        + "-"
        + until;
  }

  /** Whether there is a moment of the week in both. */
  boolean meets(Hours other) {
    Instant monday = Instant.parse("2024-01-01T00:00:00Z");
    Instant end = monday.plus(Duration.ofDays(8));
    return stretches(monday, end, ZoneOffset.UTC).stream()
        .anyMatch(
            one ->
                other.stretches(monday, end, ZoneOffset.UTC).stream()
                    .anyMatch(s -> s.meets(one.from(), one.until())));
  }

  public boolean covers(Instant moment, ZoneId zone) {
    return stretches(moment, moment.plusNanos(1), zone).stream().anyMatch(s -> s.covers(moment));
  }

  /** All that meet the time between these two; none is cut. */
  public List<Stretch> stretches(Instant begin, Instant end, ZoneId zone) {
    List<Stretch> found = new ArrayList<>();
    LocalDate last = end.atZone(zone).toLocalDate();
    for (LocalDate day = begin.atZone(zone).toLocalDate().minusDays(1);
        !day.isAfter(last);
        day = day.plusDays(1)) {
      Stretch stretch = on(day, zone);
      if (days.contains(day.getDayOfWeek()) && stretch.meets(begin, end)) {
        found.add(stretch);
      }
    }
    return found;
  }

  private Stretch on(LocalDate day, ZoneId zone) {
    LocalDate lastDay = until.isAfter(from) ? day : day.plusDays(1);
    return new Stretch(
        day.atTime(from).atZone(zone).toInstant(), lastDay.atTime(until).atZone(zone).toInstant());
  }
}

package org.dashdot.oncall;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How much duty somebody has.
 *
 * @param nights in which duty is had at three o'clock
 * @param weekendDays Saturdays and Sundays on which duty is had at noon
 */
public record Load(long seconds, int nights, int weekendDays) {

  private static final LocalTime NIGHT = LocalTime.of(3, 0);
  private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
  private static final Load NONE = new Load(0, 0, 0);

  /** Of this share above the average, load is uneven. */
  private static final double TOLERATED = 1.5;

  public long hours() {
    return Math.round(seconds / 3600.0);
  }

  private Load plus(Load other) {
    return new Load(
        seconds + other.seconds, nights + other.nights, weekendDays + other.weekendDays);
  }

  private static Load of(Shift shift, ZoneId zone) {
    int nights = 0;
    int weekendDays = 0;
    LocalDate last = shift.until().atZone(zone).toLocalDate();
    for (LocalDate day = shift.from().atZone(zone).toLocalDate();
        !day.isAfter(last);
        day = day.plusDays(1)) {
      nights += covers(shift, day, NIGHT, zone) ? 1 : 0;
      weekendDays +=
          WEEKEND.contains(day.getDayOfWeek()) && covers(shift, day, LocalTime.NOON, zone) ? 1 : 0;
    }
    return new Load(shift.length().toSeconds(), nights, weekendDays);
  }

  private static boolean covers(Shift shift, LocalDate day, LocalTime time, ZoneId zone) {
    Instant moment = day.atTime(time).atZone(zone).toInstant();
    return shift.covers(moment);
  }

  /** Of each person who has duty, and of each of these others, who may have none. */
  static Map<Long, Load> of(List<Shift> shifts, Collection<Long> others, ZoneId zone) {
    Map<Long, Load> loads = new LinkedHashMap<>();
    others.forEach(person -> loads.put(person, NONE));
    shifts.stream()
        .filter(shift -> !shift.gap())
        .forEach(shift -> loads.merge(shift.person(), of(shift, zone), Load::plus));
    return loads;
  }

  /** Whether this is much more than the average of all. */
  boolean heavy(Collection<Load> all) {
    return all.size() > 1
        && (more(seconds, all.stream().mapToLong(Load::seconds).sum(), all.size())
            || more(nights, all.stream().mapToLong(Load::nights).sum(), all.size())
            || more(weekendDays, all.stream().mapToLong(Load::weekendDays).sum(), all.size()));
  }

  private static boolean more(long mine, long sum, int people) {
    return mine > TOLERATED * sum / people;
  }
}

package org.dashdot.oncall;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns of a number of days, handed over at the same local time of day, also across a change of
 * daylight saving: a turn may last an hour more or less. A time that the change leaves out is
 * handed over as soon as the clocks go on.
 *
 * @param start when the first turn begins; its local time of day is that of every hand-over
 * @param weekday on which it is handed over, so that the first turn may be short; null: on the day
 *     on which the first began
 */
public record Cycle(Instant start, ZoneId zone, int days, DayOfWeek weekday) {

  public Cycle {
    if (days < 1) {
      throw new IllegalArgumentException("A turn lasts a day at least.");
    }
  }

  /** The number of the turn at that moment, counted from 0; negative before the first. */
  public long turn(Instant moment) {
    if (moment.isBefore(start)) {
      return -1;
    }
    LocalDate day = moment.atZone(zone).toLocalDate();
    long turn = Math.floorDiv(ChronoUnit.DAYS.between(firstDay(), day), (long) days);
    while (!handOver(turn + 1).isAfter(moment)) {
      turn++;
    }
    while (turn > 0 && handOver(turn).isAfter(moment)) {
      turn--;
    }
    return Math.max(0, turn);
  }

  /** Every moment strictly between these two at which a turn begins. */
  public List<Instant> begins(Instant from, Instant until) {
    List<Instant> begins = new ArrayList<>();
    long turn = Math.max(0, turn(from));
    for (Instant at = begin(turn); at.isBefore(until); at = begin(++turn)) {
      if (at.isAfter(from)) {
        begins.add(at);
      }
    }
    return begins;
  }

  private Instant begin(long turn) {
    return turn == 0 ? start : handOver(turn);
  }

  private Instant handOver(long turn) {
    ZonedDateTime first = start.atZone(zone);
    LocalDateTime local = firstDay().plusDays(turn * days).atTime(first.toLocalTime());
    // Where an hour comes twice, the one that counts as the first turn did.
    return ZonedDateTime.ofLocal(local, zone, first.getOffset()).toInstant();
  }

  private LocalDate firstDay() {
    LocalDate day = start.atZone(zone).toLocalDate();
    return weekday == null ? day : day.with(TemporalAdjusters.previousOrSame(weekday));
  }
}

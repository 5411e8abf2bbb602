package org.dashdot.oncall;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * People who take turns of a number of days, handing over at the same local time of day in the
 * team's zone, also across a change of daylight saving.
 *
 * @param <P> a person; the order is the order of the turns
 */
public record Rotation<P>(Instant start, int days, ZoneId zone, List<P> members) {

  /** Who is on duty at that moment; empty when there are no members. */
  public Optional<P> at(Instant moment) {
    return next(moment, 0);
  }

  /** Who comes the given number of turns after the one on duty. */
  public Optional<P> next(Instant moment, int turns) {
    if (members.isEmpty()) {
      return Optional.empty();
    }
    ZonedDateTime begin = start.atZone(zone);
    long daysPassed = ChronoUnit.DAYS.between(begin, moment.atZone(zone));
    if (begin.plusDays(daysPassed).toInstant().isAfter(moment)) {
      daysPassed--; // the difference is cut towards zero, turns count downwards
    }
    long turn = Math.floorDiv(daysPassed, days) + turns;
    return Optional.of(members.get((int) Math.floorMod(turn, (long) members.size())));
  }
}

package org.dashdot.oncall;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * People who take turns of a number of days, handing over at the same local time of day in the
 * team's zone, also across a change of daylight saving.
 *
 * <p>Who is not active keeps the turn, which the next active one takes: so that somebody who leaves
 * moves nobody else's turn.
 *
 * @param <P> a person; the order is the order of the turns
 */
public record Rotation<P>(
    Instant start, int days, ZoneId zone, List<P> members, Predicate<P> active) {

  /** Who is on duty at that moment; empty when nobody is active. */
  public Optional<P> at(Instant moment) {
    return next(moment, 0);
  }

  /** Who comes the given number of active people after the one on duty. */
  public Optional<P> next(Instant moment, int further) {
    if (members.stream().noneMatch(active)) {
      return Optional.empty();
    }
    ZonedDateTime begin = start.atZone(zone);
    long daysPassed = ChronoUnit.DAYS.between(begin, moment.atZone(zone));
    if (begin.plusDays(daysPassed).toInstant().isAfter(moment)) {
      daysPassed--; // the difference is cut towards zero, turns count downwards
    }
    int size = members.size();
    int turn = (int) Math.floorMod(Math.floorDiv(daysPassed, days), (long) size);
    List<P> from =
        IntStream.range(0, size)
            .mapToObj(i -> members.get((turn + i) % size))
            .filter(active)
            .toList();
    return Optional.of(from.get(further % from.size()));
  }
}

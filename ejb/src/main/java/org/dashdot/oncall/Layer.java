package org.dashdot.oncall;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * People who take turns, perhaps at some hours of the week only.
 *
 * <p>Who cannot take a turn keeps it; the next who can steps in, so that nobody else's turn moves.
 *
 * @param members the ids of people, in the order of their turns
 * @param hours null: around the clock
 */
public record Layer(Cycle cycle, List<Long> members, Hours hours) {

  public Layer {
    members = List.copyOf(members);
  }

  /** The number of the turn; negative when nobody has one then. */
  long turn(Instant moment) {
    return members.isEmpty() || hours != null && !hours.covers(moment, cycle.zone())
        ? -1
        : cycle.turn(moment);
  }

  /** Everybody in the order in which they are asked, from the one whose turn it is. */
  List<Long> asked(long turn) {
    int size = members.size();
    int first = (int) (turn % size);
    Set<Long> asked = new LinkedHashSet<>();
    IntStream.range(0, size).forEach(i -> asked.add(members.get((first + i) % size)));
    return List.copyOf(asked);
  }

  /** When the answer may change, strictly between these two. */
  List<Instant> changes(Instant from, Instant until) {
    List<Instant> changes = new ArrayList<>(cycle.begins(from, until));
    if (hours != null) {
      for (Stretch stretch : hours.stretches(from, until, cycle.zone())) {
        changes.add(stretch.from());
        changes.add(stretch.until());
      }
    }
    return changes;
  }
}

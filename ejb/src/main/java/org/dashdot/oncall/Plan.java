package org.dashdot.oncall;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Who is on duty in one rotation: overrides win over layers, a higher layer over a lower one, and
 * who is away is left out everywhere. People are told apart by their ids.
 *
 * @param layers the highest first
 * @param overrides the one that was entered last first: it wins
 */
public record Plan(List<Layer> layers, List<TakenOver> overrides, List<Away> absences) {

  /** Somebody has duty whoever's turn it is. */
  public record TakenOver(Long id, Long person, Stretch when) {}

  /** Somebody has no duty whosever turn it is. */
  public record Away(Long person, Stretch when) {}

  /** What the answer comes from: it is one shift as long as this stays the same. */
  private record Answer(Long person, Long override, int layer, long turn) {
    static final Answer NOBODY = new Answer(null, null, -1, -1);
  }

  public Plan {
    layers = List.copyOf(layers);
    overrides = List.copyOf(overrides);
    absences = List.copyOf(absences);
  }

  /** Who is on duty then; empty is a gap. */
  public Optional<Long> at(Instant moment, Predicate<Long> active) {
    return Optional.ofNullable(answer(moment, active).person());
  }

  /** Everybody who could be asked then, the one on duty first. */
  public Set<Long> asked(Instant moment, Predicate<Long> active) {
    Set<Long> asked = new LinkedHashSet<>();
    overrides.stream()
        .filter(o -> o.when().covers(moment))
        .map(TakenOver::person)
        .forEach(asked::add);
    for (Layer layer : layers) {
      long turn = layer.turn(moment);
      if (turn >= 0) {
        asked.addAll(layer.asked(turn));
      }
    }
    asked.removeIf(person -> !can(person, moment, active));
    return asked;
  }

  /**
   * Every shift between these two, without overlap and without a hole: where nobody has duty is a
   * shift of nobody. The first and the last are cut at the ends.
   */
  public List<Shift> shifts(Instant from, Instant until, Predicate<Long> active) {
    List<Shift> shifts = new ArrayList<>();
    Instant begin = from;
    Answer answer = answer(from, active);
    for (Instant change : changes(from, until)) {
      Answer then = answer(change, active);
      if (!then.equals(answer)) {
        shifts.add(new Shift(begin, change, answer.person(), answer.override()));
        begin = change;
        answer = then;
      }
    }
    if (begin.isBefore(until)) {
      shifts.add(new Shift(begin, until, answer.person(), answer.override()));
    }
    return shifts;
  }

  /** Whether anybody takes turns at all. */
  public boolean manned() {
    return layers.stream().anyMatch(layer -> !layer.members().isEmpty());
  }

  private Set<Instant> changes(Instant from, Instant until) {
    Set<Instant> changes = new TreeSet<>();
    layers.forEach(layer -> changes.addAll(layer.changes(from, until)));
    overrides.forEach(o -> changes.addAll(List.of(o.when().from(), o.when().until())));
    absences.forEach(a -> changes.addAll(List.of(a.when().from(), a.when().until())));
    changes.removeIf(change -> !change.isAfter(from) || !change.isBefore(until));
    return changes;
  }

  private Answer answer(Instant moment, Predicate<Long> active) {
    return overrides.stream()
        .filter(o -> o.when().covers(moment) && can(o.person(), moment, active))
        .findFirst()
        .map(o -> new Answer(o.person(), o.id(), -1, -1))
        .orElseGet(() -> turn(moment, active));
  }

  private Answer turn(Instant moment, Predicate<Long> active) {
    for (int i = 0; i < layers.size(); i++) {
      long turn = layers.get(i).turn(moment);
      if (turn >= 0) {
        Optional<Long> able =
            layers.get(i).asked(turn).stream()
                .filter(person -> can(person, moment, active))
                .findFirst();
        if (able.isPresent()) {
          return new Answer(able.get(), null, i, turn);
        }
      }
    }
    return Answer.NOBODY;
  }

  private boolean can(Long person, Instant moment, Predicate<Long> active) {
    return active.test(person)
        && absences.stream()
            .noneMatch(a -> Objects.equals(a.person(), person) && a.when().covers(moment));
  }
}

package org.dashdot.oncall;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.dashdot.access.People;
import org.dashdot.access.Person;
import org.dashdot.access.Team;

/** The moments at which duty goes from one person to another; callers bring the transaction. */
@ApplicationScoped
public class ShiftEnds {

  @Inject DutyBook book;
  @Inject People people;

  /** One of them; {@code incoming} is null when a gap follows. */
  public record End(
      Long rotation, String name, Team team, Instant at, Person outgoing, Person incoming) {}

  /** Those between these two, oldest first; from a day ago on. */
  public List<End> between(Instant from, Instant until) {
    Predicate<Long> active = id -> people.byId(id).filter(Person::active).isPresent();
    List<End> ends = new ArrayList<>();
    for (Roster.Line line : book.current().lines()) {
      List<Shift> shifts = line.plan().shifts(from, until, active);
      for (int i = 1; i < shifts.size(); i++) {
        end(line, shifts.get(i - 1), shifts.get(i)).ifPresent(ends::add);
      }
    }
    ends.sort(Comparator.comparing(End::at));
    return ends;
  }

  private Optional<End> end(Roster.Line line, Shift before, Shift after) {
    if (before.gap() || before.person().equals(after.person())) {
      return Optional.empty();
    }
    return people
        .team(line.team())
        .map(
            team ->
                new End(
                    line.rotation(),
                    line.name(),
                    team,
                    after.from(),
                    people.byId(before.person()).orElseThrow(),
                    people.byId(after.person()).orElse(null)));
  }

  /** What is known of that end. */
  public Optional<ShiftHandover> known(Long rotation, Instant at) {
    return book.handover(rotation, at);
  }

  /** The same, made when nothing was known. */
  public ShiftHandover of(Long rotation, Instant at) {
    return known(rotation, at)
        .orElseGet(
            () -> {
              ShiftHandover fresh = new ShiftHandover(rotation, at);
              book.add(fresh);
              return fresh;
            });
  }
}

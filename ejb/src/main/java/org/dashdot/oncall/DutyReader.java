package org.dashdot.oncall;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.dashdot.access.Actor;
import org.dashdot.access.People;
import org.dashdot.access.Person;
import org.dashdot.access.Right;
import org.dashdot.access.Rights;
import org.dashdot.access.Team;
import org.dashdot.shared.Unknown;

/** Who is on duty when, for pages and programs. */
@Stateless
public class DutyReader {

  /** Nobody is asked for more at once. */
  static final Duration LONGEST = Duration.ofDays(366);

  @Inject DutyBook book;
  @Inject People people;

  /** A time in which a person is on duty; {@code personId} is null in a gap. */
  public record ShiftRow(Instant from, Instant until, Long personId, String person, Long override) {

    public boolean gap() {
      return personId == null;
    }

    public boolean covers(Instant moment) {
      return !moment.isBefore(from) && moment.isBefore(until);
    }
  }

  /**
   * A rotation with its shifts, which follow each other without overlap and without a hole.
   *
   * @param manned whether anybody takes turns in it at all
   */
  public record Schedule(
      Long rotation,
      Long teamId,
      String team,
      String name,
      ZoneId zone,
      boolean watched,
      boolean manned,
      List<ShiftRow> shifts) {

    public Optional<ShiftRow> at(Instant moment) {
      return shifts.stream().filter(shift -> shift.covers(moment)).findFirst();
    }

    /** The first shift after that moment of somebody else than has duty then. */
    public Optional<ShiftRow> next(Instant moment) {
      Long now = at(moment).map(ShiftRow::personId).orElse(null);
      return shifts.stream()
          .filter(shift -> shift.from().isAfter(moment) && !shift.gap())
          .filter(shift -> !shift.personId().equals(now))
          .findFirst();
    }

    /** The same, with what one person has in a row as one shift. */
    public Schedule inRows() {
      Deque<ShiftRow> rows = new ArrayDeque<>();
      for (ShiftRow shift : shifts) {
        ShiftRow last = rows.peekLast();
        if (last != null && Objects.equals(last.personId(), shift.personId())) {
          rows.removeLast();
          rows.add(
              new ShiftRow(
                  last.from(), shift.until(), last.personId(), last.person(), last.override()));
        } else {
          rows.add(shift);
        }
      }
      return new Schedule(rotation, teamId, team, name, zone, watched, manned, List.copyOf(rows));
    }

    public List<ShiftRow> gaps() {
      return shifts.stream().filter(ShiftRow::gap).toList();
    }
  }

  /** All rotations, by team and in the order in which they are asked. */
  public List<Schedule> schedules(Instant from, Instant until, Actor actor) {
    Rights.check(actor, Right.SEE, null);
    Stretch when = DutyInput.between(from, until);
    Map<Long, Person> known = known();
    Map<Long, String> teams =
        people.teams().stream().collect(Collectors.toMap(Team::id, Team::name));
    return book.between(from, until).lines().stream()
        .map(line -> schedule(line, when, known, teams))
        .toList();
  }

  /**
   * @throws Unknown when there is no such rotation
   */
  public Schedule schedule(Long rotation, Instant from, Instant until, Actor actor) {
    return schedules(from, until, actor).stream()
        .filter(schedule -> schedule.rotation().equals(rotation))
        .findFirst()
        .orElseThrow(() -> new Unknown("There is no rotation " + rotation));
  }

  private static Schedule schedule(
      Roster.Line line, Stretch when, Map<Long, Person> known, Map<Long, String> teams) {
    Predicate<Long> active = id -> known.containsKey(id) && known.get(id).active();
    return new Schedule(
        line.rotation(),
        line.team(),
        teams.get(line.team()),
        line.name(),
        line.zone(),
        line.watched(),
        line.plan().manned(),
        line.plan().shifts(when.from(), when.until(), active).stream()
            .map(shift -> row(shift, known))
            .toList());
  }

  private static ShiftRow row(Shift shift, Map<Long, Person> known) {
    return new ShiftRow(
        shift.from(),
        shift.until(),
        shift.person(),
        shift.gap() ? null : known.get(shift.person()).name(),
        shift.override());
  }

  private Map<Long, Person> known() {
    return people.all().stream().collect(Collectors.toMap(Person::id, Function.identity()));
  }
}

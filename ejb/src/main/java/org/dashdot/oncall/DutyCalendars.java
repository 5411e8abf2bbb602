package org.dashdot.oncall;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.dashdot.access.Actor;
import org.dashdot.access.People;
import org.dashdot.access.Person;
import org.dashdot.access.Right;
import org.dashdot.access.Rights;
import org.dashdot.shared.Unknown;

/** Shifts as calendars (RFC 5545) from four weeks ago to half a year ahead. */
@Stateless
public class DutyCalendars {

  private static final Duration BACK = Duration.ofDays(28);
  private static final Duration AHEAD = Duration.ofDays(182);

  @Inject DutyBook book;
  @Inject People people;
  @Inject Clock clock;

  /**
   * @throws Unknown when there is no such rotation
   */
  public String ofRotation(Long id, Actor actor) {
    Rights.check(actor, Right.SEE, null);
    Rotation rotation =
        book.rotation(id).orElseThrow(() -> new Unknown("There is no rotation " + id));
    return calendar(
        "Duty: " + rotation.fullName(),
        roster().lines().stream().filter(line -> line.rotation().equals(id)).toList(),
        person -> true);
  }

  /**
   * @throws Unknown when there is no such person
   */
  public String ofPerson(Long id, Actor actor) {
    Rights.check(actor, Right.SEE, null);
    Person person = people.byId(id).orElseThrow(() -> new Unknown("There is no person " + id));
    return calendar("Duty: " + person.name(), roster().lines(), id::equals);
  }

  private Roster roster() {
    Instant now = clock.instant();
    return book.between(now.minus(BACK), now.plus(AHEAD));
  }

  private String calendar(String name, List<Roster.Line> lines, Predicate<Long> whose) {
    Instant now = clock.instant();
    Instant from = now.minus(BACK);
    Instant until = now.plus(AHEAD);
    Predicate<Long> active = id -> people.byId(id).filter(Person::active).isPresent();
    List<DutyCalendar.Entry> entries = new ArrayList<>();
    for (Roster.Line line : lines) {
      String where = book.rotation(line.rotation()).map(Rotation::fullName).orElse("");
      for (Shift shift : line.plan().shifts(from, until, active)) {
        // What is cut at the ends would have another name and length at the next look.
        boolean whole = shift.from().isAfter(from) && shift.until().isBefore(until);
        if (!shift.gap() && whole && whose.test(shift.person())) {
          people
              .byId(shift.person())
              .ifPresent(person -> entries.add(entry(line.rotation(), where, shift, person)));
        }
      }
    }
    return DutyCalendar.write(name, entries, now);
  }

  private static DutyCalendar.Entry entry(Long rotation, String where, Shift shift, Person person) {
    return new DutyCalendar.Entry(
        "duty-" + rotation + "-" + shift.from().getEpochSecond() + "@dash-dot",
        person.name() + ": " + where,
        person,
        new Stretch(shift.from(), shift.until()));
  }
}

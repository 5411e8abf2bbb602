package org.dashdot.oncall;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.dashdot.access.Actor;
import org.dashdot.access.Audit;
import org.dashdot.access.People;
import org.dashdot.access.Person;
import org.dashdot.access.Recency;
import org.dashdot.access.Right;
import org.dashdot.access.Rights;
import org.dashdot.shared.InvalidInput;
import org.dashdot.shared.Unknown;

/**
 * Duty that somebody takes for a while. Everybody may take it themselves and give back what they
 * took; for others it takes whoever may plan duty.
 */
@Stateless
public class Overrides {

  @Inject DutyBook book;
  @Inject People people;
  @Inject GapWatch gaps;
  @Inject Audit audit;
  @Inject Recency recency;
  @Inject Clock clock;

  /** Returns the new override's id. */
  public Long take(
      Long rotationId, Long personId, Instant from, Instant until, String reason, Actor actor) {
    allow(personId, actor);
    Rotation rotation = rotation(rotationId);
    Long id = take(rotation, person(personId), from, until, reason, null, actor);
    done();
    return id;
  }

  private Long take(
      Rotation rotation,
      Person person,
      Instant from,
      Instant until,
      String reason,
      String swap,
      Actor actor) {
    Stretch when = DutyInput.ahead(from, until, clock.instant());
    DutyOverride override =
        new DutyOverride(rotation, person, when, DutyInput.reason(reason), actor.name(), swap);
    book.add(override);
    audit.record(
        actor,
        swap == null ? "take over duty" : "swap duty",
        rotation.fullName(),
        person.login() + " from " + from + " until " + until);
    return override.id();
  }

  /**
   * Two people exchange their shifts of one rotation.
   *
   * @param one any moment of the one shift
   * @param other any moment of the other
   */
  public void swap(Long rotationId, Instant one, Instant other, String reason, Actor actor) {
    edit(actor);
    Rotation rotation = rotation(rotationId);
    Instant now = clock.instant();
    Shift first = shift(rotation, one, now, "one");
    Shift second = shift(rotation, other, now, "other");
    if (first.person().equals(second.person())) {
      throw new InvalidInput("other", "Both are shifts of the same person.");
    }
    String swap = UUID.randomUUID().toString();
    take(rotation, person(second.person()), first.from(), first.until(), reason, swap, actor);
    take(rotation, person(first.person()), second.from(), second.until(), reason, swap, actor);
    done();
  }

  private Shift shift(Rotation rotation, Instant moment, Instant now, String field) {
    if (moment == null || moment.isBefore(now) || moment.isAfter(now.plus(DutyReader.LONGEST))) {
      throw new InvalidInput(field, "Choose a shift of the next year that is not over.");
    }
    Predicate<Long> active = id -> people.byId(id).filter(Person::active).isPresent();
    // The shift that runs is exchanged from now on.
    return book.current().rotation(rotation.id()).stream()
        .flatMap(line -> line.plan().shifts(now, moment.plus(DutyReader.LONGEST), active).stream())
        .filter(shift -> shift.covers(moment) && !shift.gap())
        .findFirst()
        .orElseThrow(() -> new InvalidInput(field, "Nobody has duty then."));
  }

  /** Half of a swap goes with the other half. */
  public void giveBack(Long id, Actor actor) {
    DutyOverride override =
        book.override(id).orElseThrow(() -> new Unknown("There is no override " + id));
    allow(override.swap() == null ? override.person().id() : null, actor);
    List<DutyOverride> all =
        override.swap() == null ? List.of(override) : book.swap(override.swap());
    for (DutyOverride one : all) {
      audit.record(
          actor,
          "give back duty",
          one.rotation().fullName(),
          one.person().login() + " from " + one.when().from() + " until " + one.when().until());
      book.remove(one);
    }
    done();
  }

  /**
   * Takes over every event of a calendar, or none of them. Returns how many.
   *
   * @param text iCalendar (RFC 5545); each event's attendee or summary is a login or mail address
   * @throws InvalidInput saying of each bad event what is wrong
   */
  public int read(Long rotationId, String text, Actor actor) {
    edit(actor);
    Rotation rotation = rotation(rotationId);
    List<DutyCalendar.Event> events =
        DutyCalendar.read(text, rotation.zone(), people.all(), clock.instant());
    for (DutyCalendar.Event event : events) {
      take(
          rotation,
          event.person(),
          event.when().from(),
          event.when().until(),
          "from a calendar",
          null,
          actor);
    }
    done();
    return events.size();
  }

  /** For themselves everybody may. */
  private void allow(Long personId, Actor actor) {
    Rights.check(actor, Right.SEE, null);
    if (personId == null || !personId.equals(actor.personId())) {
      Rights.check(actor, Right.EDIT_DUTY, null);
    }
    recency.toAct(actor);
  }

  private void edit(Actor actor) {
    Rights.check(actor, Right.EDIT_DUTY, null);
    recency.toAct(actor);
  }

  private void done() {
    book.changed();
    gaps.look();
  }

  private Rotation rotation(Long id) {
    return book.rotation(id).orElseThrow(() -> new Unknown("There is no rotation " + id));
  }

  private Person person(Long id) {
    return people
        .byId(id)
        .filter(Person::active)
        .orElseThrow(() -> new InvalidInput("person", "There is no active person " + id));
  }
}

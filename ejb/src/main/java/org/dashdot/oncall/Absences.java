package org.dashdot.oncall;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.dashdot.access.Actor;
import org.dashdot.access.Audit;
import org.dashdot.access.People;
import org.dashdot.access.Person;
import org.dashdot.access.Recency;
import org.dashdot.access.Right;
import org.dashdot.access.Rights;
import org.dashdot.shared.InvalidInput;
import org.dashdot.shared.Unknown;

/** When people are away: everybody says so for themselves, for others whoever may plan duty. */
@Stateless
public class Absences {

  @Inject DutyBook book;
  @Inject People people;
  @Inject GapWatch gaps;
  @Inject Audit audit;
  @Inject Recency recency;
  @Inject Clock clock;

  /** Returns the new absence's id. */
  public Long enter(Long personId, Instant from, Instant until, String reason, Actor actor) {
    allow(personId, actor);
    Person person =
        people
            .byId(personId)
            .filter(Person::active)
            .orElseThrow(() -> new InvalidInput("person", "There is no active person " + personId));
    Stretch when = DutyInput.ahead(from, until, clock.instant());
    Absence absence = new Absence(person, when, DutyInput.reason(reason), actor.name());
    book.add(absence);
    done(actor, "enter absence", absence);
    return absence.id();
  }

  public void takeBack(Long id, Actor actor) {
    Absence absence = book.absence(id).orElseThrow(() -> new Unknown("There is no absence " + id));
    allow(absence.person().id(), actor);
    book.remove(absence);
    done(actor, "take back absence", absence);
  }

  private void allow(Long personId, Actor actor) {
    Rights.check(actor, Right.SEE, null);
    if (personId == null || !personId.equals(actor.personId())) {
      Rights.check(actor, Right.EDIT_DUTY, null);
    }
    recency.toAct(actor);
  }

  private void done(Actor actor, String act, Absence absence) {
    book.changed();
    audit.record(
        actor,
        act,
        absence.person().login(),
        "from " + absence.when().from() + " until " + absence.when().until());
    gaps.look();
  }
}

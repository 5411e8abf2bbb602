package org.dashdot.oncall;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import org.dashdot.access.Actor;
import org.dashdot.access.People;
import org.dashdot.access.Person;
import org.dashdot.access.Right;
import org.dashdot.access.Rights;

/** Tells whose turn it is. */
@Stateless
public class Turns {

  @Inject People people;
  @Inject Duty duty;

  /** Who is on duty for a team now; empty when nobody is. */
  public Optional<Long> onDuty(Long teamId, Actor actor) {
    Rights.check(actor, Right.SEE, null);
    return people.team(teamId).flatMap(duty::responder).map(Person::id);
  }
}

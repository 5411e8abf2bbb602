package org.dashdot.notification;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.dashdot.access.People;
import org.dashdot.access.Person;
import org.dashdot.oncall.Duty;
import org.dashdot.shared.SelfReport;
import org.dashdot.ticket.SetUpTicket;

/**
 * Somebody who is on duty and cannot be told of anything is a high ticket, raised while it is so.
 * Until the set-up is finished its own ticket says that nobody can be told.
 */
@Stateless
public class ReachWatch {

  static final String UNREACHABLE = "Unreachable";

  @Inject Duty duty;
  @Inject People people;
  @Inject Ways ways;
  @Inject SetUpTicket setUp;
  @Inject SelfReport selfReport;

  /** Looks at everybody; called from time to time. */
  public void look() {
    Set<Person> onDuty = setUp.isOpen() ? Set.of() : duty.onDuty();
    for (Person person : people.all()) {
      Optional<String> lacks = onDuty.contains(person) ? ways.lacks(person) : Optional.empty();
      lacks.ifPresentOrElse(
          why ->
              selfReport.lacks(
                  UNREACHABLE,
                  person.login(),
                  "critical",
                  person.name() + " is on duty and cannot be told of anything: " + why),
          () -> selfReport.mended(UNREACHABLE, person.login()));
    }
  }
}

package org.dashdot.notification;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
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
public class ReachReport {

  static final String UNREACHABLE = "Unreachable";

  @Inject Duty duty;
  @Inject People people;
  @Inject Ways ways;
  @Inject SetUpTicket setUp;
  @Inject SelfReport selfReport;

  /** By their ids. */
  public List<Long> everybody() {
    return people.all().stream().map(Person::id).toList();
  }

  /** Raises or ends the condition of one person. */
  public void report(Long id) {
    people.byId(id).ifPresent(this::report);
  }

  private void report(Person person) {
    Optional<String> lacks =
        setUp.isOpen() || !duty.onDuty().contains(person) ? Optional.empty() : ways.lacks(person);
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

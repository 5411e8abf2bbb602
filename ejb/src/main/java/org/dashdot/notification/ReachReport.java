package org.dashdot.notification;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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

  /** Somebody to look at. */
  public record Looked(Long person, boolean onDuty) {}

  @Inject Duty duty;
  @Inject People people;
  @Inject Ways ways;
  @Inject SetUpTicket setUp;
  @Inject SelfReport selfReport;

  /** Whoever is on duty, and of whom it was reported before; by their ids. */
  public List<Looked> concerned() {
    boolean told = !setUp.isOpen();
    Set<Long> onDuty =
        told ? duty.onDuty().stream().map(Person::id).collect(Collectors.toSet()) : Set.of();
    Set<String> reported = selfReport.lacking(UNREACHABLE);
    return people.all().stream()
        .filter(person -> onDuty.contains(person.id()) || reported.contains(person.login()))
        .map(person -> new Looked(person.id(), onDuty.contains(person.id())))
        .toList();
  }

  /** Raises or ends the condition of one person. */
  public void report(Looked one) {
    people.byId(one.person()).ifPresent(person -> report(person, one.onDuty()));
  }

  private void report(Person person, boolean onDuty) {
    Optional<String> lacks = onDuty ? ways.lacks(person) : Optional.empty();
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

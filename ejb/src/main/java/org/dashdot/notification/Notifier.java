package org.dashdot.notification;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.Set;
import org.dashdot.access.Person;
import org.dashdot.oncall.Duty;
import org.dashdot.ticket.SetUpTicket;
import org.dashdot.ticket.Ticket;
import org.dashdot.ticket.TicketNumber;
import org.dashdot.ticket.Tickets;
import org.dashdot.ticket.Timeline;
import org.dashdot.ticket.TimelineEntry;

/** What a ticket's process has people told. */
@Stateless
public class Notifier {

  @Inject Notifications notifications;
  @Inject Tickets tickets;
  @Inject Timeline timeline;
  @Inject Duty duty;
  @Inject DueTimes due;
  @Inject SetUpTicket setUp;
  @Inject Asking asking;
  @Inject Telling telling;
  @Inject Clock clock;

  /**
   * Tells the ticket's owner that it opened, or opened again; not who took it meanwhile. Of a high
   * one that is nobody's, the first of its escalation policy that somebody hears of is told at
   * once.
   */
  public void tellResponder(TicketNumber number) {
    Ticket ticket = tickets.get(number);
    if (ticket.acknowledgedAt() != null || ticket.flapping() || !ticket.status().burning()) {
      return;
    }
    if (ticket.assignee() == null) {
      timeline.add(
          ticket, TimelineEntry.Kind.NOT_TOLD, Telling.NOTIFIER, "there is nobody to tell");
      setUp.couldNotTell(ticket);
      if (ticket.priority().high()) {
        asking.next(number, "it is nobody's");
      }
    } else if (ticket.foundBurning() && ticket.reopened() == 0) {
      telling.tell(
          ticket,
          Set.of(ticket.assignee()),
          Asking.round(ticket),
          "it burnt already when " + ticket.sourceName() + " was connected, and it is yours",
          person -> due.whenFound(ticket, person),
          DueTimes.ofSource(ticket, "opened"));
    } else {
      asking.owner(ticket, "it is yours");
    }
  }

  /**
   * Takes the next step of the ticket's escalation policy, and the one after it at once where a
   * step finds nobody to tell.
   */
  public void escalate(TicketNumber number) {
    asking.next(number, "not acknowledged in time");
  }

  /** Tells whoever was told and has not acknowledged once more. */
  public void repeat(Ticket ticket, String step) {
    telling.tell(
        ticket,
        Set.of(ticket.assignee()),
        step,
        "it is yours, and you have not acknowledged it",
        person -> due.soon(ticket, person));
  }

  /** The cause is said and it burns all the same. */
  public void remindOwner(TicketNumber number) {
    Ticket ticket = tickets.get(number);
    if (ticket.assignee() != null) {
      remind(ticket, "it still burns although its cause is known");
    }
  }

  /** Tells the owner of a ticket that it waits for them. */
  public void remind(Ticket ticket, String reason) {
    telling.tell(
        ticket,
        Set.of(ticket.assignee()),
        "reminder-" + clock.instant().getEpochSecond(),
        reason,
        person -> due.of(ticket, person));
  }

  /**
   * It has burnt for longer than it may: its owner hears of it once, or where it is nobody's, its
   * team.
   */
  public void overdue(Ticket ticket) {
    Collection<Person> people =
        ticket.assignee() == null ? duty.team(ticket.team()) : Set.of(ticket.assignee());
    String told =
        people.isEmpty()
            ? "nobody, since its team has no members"
            : String.join(", ", people.stream().map(Person::name).toList());
    String words = "overdue: telling " + told;
    if (timeline.said(ticket.id(), TimelineEntry.Kind.REMINDED, words, ticket.overdueAt())) {
      return;
    }
    timeline.add(ticket, TimelineEntry.Kind.REMINDED, Telling.NOTIFIER, words);
    telling.tell(
        ticket,
        people,
        "overdue-" + ticket.overdueAt().getEpochSecond(),
        "it should have been resolved by now",
        person -> due.soon(ticket, person));
  }
}

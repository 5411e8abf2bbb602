package org.dashdot.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.dashdot.access.Person;
import org.dashdot.oncall.Duty;
import org.dashdot.ticket.Ticket;
import org.dashdot.ticket.TicketCourse;
import org.dashdot.ticket.TicketEscalation;
import org.dashdot.ticket.TicketNumber;
import org.dashdot.ticket.Tickets;
import org.dashdot.ticket.Timeline;
import org.dashdot.ticket.TimelineEntry;

/**
 * Asks somebody to take a ticket: its owner, once for each time that it began to be as urgent as it
 * is, and then by its escalation policy. Callers bring the transaction.
 */
@ApplicationScoped
public class Asking {

  private static final String ROUND = "opened-";

  @Inject Notifications notifications;
  @Inject Timeline timeline;
  @Inject Duty duty;
  @Inject DueTimes due;
  @Inject Tickets tickets;
  @Inject TicketCourse course;
  @Inject TicketEscalation escalation;
  @Inject Telling telling;

  /**
   * By what a message is known that asks somebody to take the ticket: one for each time that it
   * began to be as urgent as it is.
   */
  static String round(Ticket ticket) {
    return ROUND + ticket.urgentSince().toEpochMilli();
  }

  /** Whether this person was asked already since it became as urgent as it is. */
  boolean asked(Ticket ticket, Person person) {
    return notifications.of(ticket.id()).stream()
        .anyMatch(
            n ->
                n.step().equals(round(ticket))
                    && n.person().equals(person)
                    && n.sendingSince() != null);
  }

  /** Asks the owner to take it, after the time that a ticket of its priority may wait. */
  void owner(Ticket ticket, String reason) {
    owner(ticket, reason, person -> due.of(ticket, person));
  }

  /** The same at another moment; what asked for it before and has not left is no longer true. */
  void owner(Ticket ticket, String reason, Function<Person, Instant> at) {
    notifications.unfinishedOf(ticket.id()).stream()
        .filter(n -> n.step().startsWith(ROUND))
        .filter(n -> !n.step().equals(round(ticket)) || !n.person().equals(ticket.assignee()))
        .forEach(Notification::over);
    telling.tell(ticket, Set.of(ticket.assignee()), round(ticket), reason, at);
  }

  /**
   * Takes the next step of the ticket's escalation policy, and the one after it at once where a
   * step finds nobody to tell.
   *
   * @param why the beginning of the sentence on the timeline
   */
  void next(TicketNumber number, String why) {
    Ticket ticket = tickets.get(number);
    boolean told = false;
    while (!told && escalation.next(ticket).isPresent()) {
      told = step(ticket, course.escalated(number), why);
    }
  }

  private boolean step(Ticket ticket, int level, String why) {
    Collection<Person> next = nextAfter(ticket, level);
    timeline.add(
        ticket,
        TimelineEntry.Kind.ESCALATED,
        Telling.NOTIFIER,
        next.isEmpty()
            ? why + ", and this step finds nobody to tell"
            : why + ": telling " + String.join(", ", next.stream().map(Person::name).toList()));
    String step = "escalated-" + level + "-" + ticket.urgentSince().getEpochSecond();
    String reason = "nobody has acknowledged it";
    if (ticket.foundBurning()) {
      telling.tell(
          ticket,
          next,
          step,
          reason,
          person -> due.gathered(),
          DueTimes.ofSource(ticket, "escalated-" + level));
    } else {
      telling.tell(ticket, next, step, reason, person -> due.soon(ticket, person));
    }
    return !next.isEmpty();
  }

  private Collection<Person> nextAfter(Ticket ticket, int level) {
    return escalation
        .of(ticket)
        .at(level)
        .map(to -> duty.told(to, ticket.team(), ticket.assignee()))
        .orElse(List.of());
  }
}

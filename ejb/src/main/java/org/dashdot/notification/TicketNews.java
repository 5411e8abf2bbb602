package org.dashdot.notification;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.dashdot.access.Actor;
import org.dashdot.access.Person;
import org.dashdot.oncall.Duty;
import org.dashdot.ticket.HandoverUntaken;
import org.dashdot.ticket.Ticket;
import org.dashdot.ticket.TicketEscalation;
import org.dashdot.ticket.TicketEvent;
import org.dashdot.ticket.TicketStatus;

/** Tells people what became of a ticket, and withdraws what is no longer true. */
@Stateless
public class TicketNews {

  private static final String FLAPS = "flaps-";

  @Inject Notifications notifications;
  @Inject Duty duty;
  @Inject DueTimes due;
  @Inject TicketEscalation escalation;
  @Inject Asking asking;
  @Inject Telling telling;
  @Inject Ways ways;
  @Inject Clock clock;

  /** Follows a ticket's news in the same transaction. */
  public void onNews(@Observes TicketEvent event) {
    Ticket ticket = event.ticket();
    switch (event.kind()) {
      case ACKNOWLEDGED, CLEARED, CLOSED ->
          // That it comes and goes stays true while it is gone.
          notifications.unfinishedOf(ticket.id()).stream()
              .filter(n -> event.kind() != TicketEvent.Kind.CLEARED || !n.step().startsWith(FLAPS))
              .forEach(Notification::over);
      case HANDED_OVER -> handed(ticket, event.actor());
      case TAKEN_OVER ->
          telling.tell(
              ticket,
              Set.of(event.person()),
              "taken-" + clock.instant().toEpochMilli(),
              event.actor().name() + " took it over from you",
              person -> due.soon(ticket, person));
      case HANDED_BACK ->
          telling.tell(
              ticket,
              Set.of(event.person()),
              "back-" + ticket.handedBack(),
              "nothing was done for a while, and it was taken from you",
              person -> due.soon(ticket, person));
      case WORSE -> news(ticket, "worse-", "it is " + ticket.priority() + " now");
      case FIRED_AGAIN -> {
        if (!ticket.flapping()) {
          news(ticket, "again-", "it burns again");
        }
      }
      case FLAPS -> {
        if (ticket.assignee() != null) {
          telling.tell(
              ticket,
              Set.of(ticket.assignee()),
              FLAPS + ticket.reopened(),
              "it comes and goes; you are told no more until it is over",
              person -> due.of(ticket, person));
        }
      }
      case GOES_ON -> {
        if (ticket.assignee() != null && ticket.acknowledgedAt() == null) {
          telling.tell(
              ticket,
              Set.of(ticket.assignee()),
              "storm-" + clock.instant().getEpochSecond(),
              event.words(),
              person -> due.of(ticket, person));
        }
      }
      case CONCERNS ->
          telling.tell(
              ticket,
              Set.of(event.person()),
              "concerns",
              "a P1 of your team is part of it",
              person -> clock.instant());
      case RESOLVED -> tellThoseTold(ticket);
    }
  }

  private void handed(Ticket ticket, Actor by) {
    if (ticket.assignee() == null) {
      // The process looks for somebody where the ticket had been acknowledged.
      if (ticket.priority().high() && ticket.status() == TicketStatus.OPEN) {
        asking.next(ticket.number(), "it was given to nobody");
      }
    } else if (!ticket.assignee().id().equals(by.personId())) {
      String reason = by.name() + " handed it to you";
      if (ticket.priority().high()
          && ticket.acknowledgedAt() == null
          && !asking.asked(ticket, ticket.assignee())) {
        asking.owner(ticket, reason, person -> clock.instant());
      } else {
        telling.tell(
            ticket,
            Set.of(ticket.assignee()),
            "handed-" + clock.instant().toEpochMilli(),
            reason,
            person -> due.soon(ticket, person));
      }
    }
  }

  /** It got worse or burns again: whoever has it hears that, or is asked anew to take it. */
  private void news(Ticket ticket, String step, String reason) {
    if (ticket.assignee() == null) {
      return;
    }
    if (ticket.acknowledgedAt() == null) {
      asking.owner(ticket, reason + ", and it is yours");
    } else {
      telling.tell(
          ticket,
          Set.of(ticket.assignee()),
          step + ticket.urgentSince().toEpochMilli(),
          reason,
          person -> due.of(ticket, person));
    }
  }

  /** A high ticket stayed with somebody whose shift is over. */
  public void onUntaken(@Observes HandoverUntaken untaken) {
    telling.tell(
        untaken.ticket(),
        untaken.people(),
        "untaken-" + clock.instant().getEpochSecond(),
        untaken.words(),
        person -> clock.instant());
  }

  /** Somebody could not be told of a high ticket that nobody has: the next one is. */
  public void onUnreached(@Observes Unreached news) {
    Ticket ticket = news.ticket();
    if (!ticket.priority().high()
        || ticket.acknowledgedAt() != null
        || !ticket.status().burning()) {
      return;
    }
    Set<Long> known = new HashSet<>(Set.of(news.person().id()));
    notifications.of(ticket.id()).forEach(n -> known.add(n.person().id()));
    escalation.of(ticket).steps().stream()
        .flatMap(step -> duty.told(step.to(), ticket.team(), ticket.assignee()).stream())
        .filter(person -> !known.contains(person.id()) && ways.open(person, clock.instant()))
        .findFirst()
        .ifPresent(
            next ->
                telling.tell(
                    ticket,
                    Set.of(next),
                    "unreached-" + ticket.urgentSince().getEpochSecond(),
                    news.person().name() + " could not be reached",
                    person -> clock.instant()));
  }

  /** Whoever was told of high trouble is told that it is over, unless it was their own doing. */
  private void tellThoseTold(Ticket ticket) {
    if (!ticket.everHigh()) {
      return;
    }
    Long by = ticket.cause() == null || ticket.assignee() == null ? null : ticket.assignee().id();
    Set<Person> told = new LinkedHashSet<>();
    notifications.of(ticket.id()).stream()
        .filter(n -> n.state() == Notification.State.SENT)
        .map(Notification::person)
        .filter(person -> !person.id().equals(by))
        .forEach(told::add);
    telling.tell(
        ticket,
        told,
        "resolved-" + ticket.reopened(),
        "it is resolved",
        person -> due.soon(ticket, person));
  }
}

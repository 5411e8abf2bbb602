package org.dashdot.notification;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.dashdot.access.Person;
import org.dashdot.oncall.Duty;
import org.dashdot.ticket.HandoverUntaken;
import org.dashdot.ticket.SetUpTicket;
import org.dashdot.ticket.Ticket;
import org.dashdot.ticket.TicketCourse;
import org.dashdot.ticket.TicketEscalation;
import org.dashdot.ticket.TicketEvent;
import org.dashdot.ticket.TicketNumber;
import org.dashdot.ticket.Tickets;
import org.dashdot.ticket.Timeline;
import org.dashdot.ticket.TimelineEntry;

/** Writes the messages that a ticket's course asks for, and withdraws those no longer true. */
@Stateless
public class Notifier {

  private static final String FLAPS = "flaps-";

  @Inject Notifications notifications;
  @Inject Tickets tickets;
  @Inject Timeline timeline;
  @Inject Duty duty;
  @Inject DueTimes due;
  @Inject TicketCourse course;
  @Inject TicketEscalation escalation;
  @Inject Clock clock;
  @Inject SetUpTicket setUp;
  @Inject Telling telling;
  @Inject Ways ways;

  /** Tells the ticket's owner that it opened, or opened again; not who took it meanwhile. */
  public void tellResponder(TicketNumber number) {
    Ticket ticket = tickets.get(number);
    if (ticket.acknowledgedAt() != null || ticket.flapping() || !ticket.status().burning()) {
      return;
    }
    if (ticket.assignee() == null) {
      timeline.add(
          ticket, TimelineEntry.Kind.NOT_TOLD, Telling.NOTIFIER, "there is nobody to tell");
      setUp.couldNotTell(ticket);
      return;
    }
    String step =
        "opened-"
            + ticket.reopened()
            + (ticket.handedBack() == 0 ? "" : "-back" + ticket.handedBack());
    if (ticket.foundBurning() && ticket.reopened() == 0) {
      tellInList(
          ticket,
          Set.of(ticket.assignee()),
          step,
          "it burnt already when " + ticket.sourceName() + " was connected, and it is yours",
          due.whenFound(ticket));
    } else {
      tell(ticket, Set.of(ticket.assignee()), step, "it is yours", due.of(ticket));
    }
  }

  /**
   * Takes the next step of the ticket's escalation policy, and the one after it at once where a
   * step finds nobody to tell.
   */
  public void escalate(TicketNumber number) {
    Ticket ticket = tickets.get(number);
    boolean told = false;
    while (!told && escalation.next(ticket).isPresent()) {
      told = escalate(ticket, course.escalated(number));
    }
  }

  private boolean escalate(Ticket ticket, int level) {
    Collection<Person> next = nextAfter(ticket, level);
    timeline.add(
        ticket,
        TimelineEntry.Kind.ESCALATED,
        Telling.NOTIFIER,
        next.isEmpty()
            ? "not acknowledged in time, and this step finds nobody to tell"
            : "not acknowledged in time: telling "
                + String.join(", ", next.stream().map(Person::name).toList()));
    String step = "escalated-" + level + "-" + ticket.urgentSince().getEpochSecond();
    String reason = "nobody has acknowledged it";
    if (ticket.foundBurning()) {
      tellInList(ticket, next, step, reason, due.gathered());
    } else {
      tell(ticket, next, step, reason, ticket.priority().high() ? clock.instant() : due.of(ticket));
    }
    return !next.isEmpty();
  }

  /** Tells whoever was told and has not acknowledged once more. */
  public void repeat(Ticket ticket, String step) {
    tell(
        ticket,
        Set.of(ticket.assignee()),
        step,
        "it is yours, and you have not acknowledged it",
        ticket.priority().high() ? clock.instant() : due.of(ticket));
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
    tell(
        ticket,
        Set.of(ticket.assignee()),
        "reminder-" + clock.instant().getEpochSecond(),
        reason,
        due.of(ticket));
  }

  private Collection<Person> nextAfter(Ticket ticket, int level) {
    return escalation
        .of(ticket)
        .at(level)
        .map(to -> duty.told(to, ticket.team(), ticket.assignee()))
        .orElse(List.of());
  }

  /** Follows a ticket's news in the same transaction. */
  public void onNews(@Observes TicketEvent event) {
    Ticket ticket = event.ticket();
    switch (event.kind()) {
      case ACKNOWLEDGED, CLEARED, CLOSED ->
          // That it comes and goes stays true while it is gone.
          notifications.unfinishedOf(ticket.id()).stream()
              .filter(n -> event.kind() != TicketEvent.Kind.CLEARED || !n.step().startsWith(FLAPS))
              .forEach(Notification::over);
      case HANDED_OVER -> {
        if (ticket.assignee() != null && !ticket.assignee().id().equals(event.actor().personId())) {
          tell(
              ticket,
              Set.of(ticket.assignee()),
              "handed-" + clock.instant().toEpochMilli(),
              event.actor().name() + " handed it to you",
              clock.instant());
        }
      }
      case TAKEN_OVER ->
          tell(
              ticket,
              Set.of(event.person()),
              "taken-" + clock.instant().toEpochMilli(),
              event.actor().name() + " took it over from you",
              clock.instant());
      case HANDED_BACK ->
          tell(
              ticket,
              Set.of(event.person()),
              "back-" + ticket.handedBack(),
              "nothing was done for a while, and it was taken from you",
              clock.instant());
      case WORSE -> {
        if (ticket.assignee() != null) {
          tell(
              ticket,
              Set.of(ticket.assignee()),
              "worse-" + ticket.priority(),
              "it is " + ticket.priority() + " now",
              due.of(ticket));
        }
      }
      case FIRED_AGAIN -> {
        if (ticket.assignee() != null && ticket.acknowledgedAt() != null) {
          tell(
              ticket,
              Set.of(ticket.assignee()),
              "again-" + ticket.reopened(),
              "it burns again",
              due.of(ticket));
        }
      }
      case FLAPS -> {
        if (ticket.assignee() != null) {
          tell(
              ticket,
              Set.of(ticket.assignee()),
              FLAPS + ticket.reopened(),
              "it comes and goes; you are told no more until it is over",
              due.of(ticket));
        }
      }
      case GOES_ON -> {
        if (ticket.assignee() != null && ticket.acknowledgedAt() == null) {
          tell(
              ticket,
              Set.of(ticket.assignee()),
              "storm-" + clock.instant().getEpochSecond(),
              event.words(),
              due.of(ticket));
        }
      }
      case CONCERNS ->
          tell(
              ticket,
              Set.of(event.person()),
              "concerns",
              "a P1 of your team is part of it",
              clock.instant());
      case RESOLVED -> tellThoseTold(ticket);
    }
  }

  /** A high ticket stayed with somebody whose shift is over. */
  public void onUntaken(@Observes HandoverUntaken untaken) {
    tell(
        untaken.ticket(),
        untaken.people(),
        "untaken-" + clock.instant().getEpochSecond(),
        untaken.words(),
        clock.instant());
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
                tell(
                    ticket,
                    Set.of(next),
                    "unreached-" + ticket.urgentSince().getEpochSecond(),
                    news.person().name() + " could not be reached",
                    clock.instant()));
  }

  /** Whoever was told of trouble is told that it is over, unless it was their own doing. */
  private void tellThoseTold(Ticket ticket) {
    Set<Person> told = new LinkedHashSet<>();
    notifications.of(ticket.id()).stream()
        .filter(n -> n.state() == Notification.State.SENT && ticket.priority().high())
        .forEach(n -> told.add(n.person()));
    tell(ticket, told, "resolved-" + ticket.reopened(), "it is resolved", clock.instant());
  }

  private void tell(
      Ticket ticket, Collection<Person> people, String step, String reason, Instant at) {
    telling.tell(ticket, people, step, reason, at, due.list(ticket));
  }

  /** Together with what else of its source is due then. */
  private void tellInList(
      Ticket ticket, Collection<Person> people, String step, String reason, Instant at) {
    telling.tell(ticket, people, step, reason, at, ticket.sourceName() + "/" + step);
  }
}

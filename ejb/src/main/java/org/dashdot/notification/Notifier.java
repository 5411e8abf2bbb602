package org.dashdot.notification;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.dashdot.access.Actor;
import org.dashdot.access.Person;
import org.dashdot.oncall.Duty;
import org.dashdot.ticket.HandoverUntaken;
import org.dashdot.ticket.SetUpTicket;
import org.dashdot.ticket.Ticket;
import org.dashdot.ticket.TicketEvent;
import org.dashdot.ticket.TicketNumber;
import org.dashdot.ticket.Tickets;
import org.dashdot.ticket.Timeline;
import org.dashdot.ticket.TimelineEntry;

/** Writes the messages that a ticket's course asks for, and withdraws those no longer true. */
@Stateless
public class Notifier {

  private static final String FLAPS = "flaps-";
  private static final Actor NOTIFIER = Actor.system("notifier");

  @Inject Notifications notifications;
  @Inject Tickets tickets;
  @Inject Timeline timeline;
  @Inject Duty duty;
  @Inject DueTimes due;
  @Inject Clock clock;
  @Inject SetUpTicket setUp;
  @Inject @Any Instance<NotificationChannel> channels;

  /** Tells the ticket's owner that it opened, or opened again; not who took it meanwhile. */
  public void tellResponder(TicketNumber number) {
    Ticket ticket = tickets.get(number);
    if (ticket.acknowledgedAt() != null || ticket.flapping() || !ticket.status().burning()) {
      return;
    }
    if (ticket.assignee() == null) {
      timeline.add(ticket, TimelineEntry.Kind.NOT_TOLD, NOTIFIER, "there is nobody to tell");
      setUp.couldNotTell(ticket);
      return;
    }
    String step = "opened-" + ticket.reopened();
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

  /** Tells the next ones: the second, then the team, then the managers. */
  public void escalate(TicketNumber number, int level) {
    Ticket ticket = tickets.get(number);
    Collection<Person> next = nextAfter(ticket, level);
    timeline.add(
        ticket,
        TimelineEntry.Kind.ESCALATED,
        NOTIFIER,
        next.isEmpty()
            ? "not acknowledged in time, and there is nobody else to tell"
            : "not acknowledged in time: telling "
                + String.join(", ", next.stream().map(Person::name).toList()));
    String step = "escalated-" + level + "-" + ticket.urgentSince().getEpochSecond();
    String reason = "nobody has acknowledged it";
    if (ticket.foundBurning()) {
      tellInList(ticket, next, step, reason, due.gathered());
    } else {
      tell(ticket, next, step, reason, clock.instant());
    }
  }

  /** Tells whoever was told and has not acknowledged once more. */
  public void repeat(Ticket ticket, String step) {
    tell(
        ticket,
        Set.of(ticket.assignee()),
        step,
        "it is yours, and you have not acknowledged it",
        clock.instant());
  }

  /** The cause is said and it burns all the same. */
  public void remindOwner(TicketNumber number) {
    Ticket ticket = tickets.get(number);
    if (ticket.assignee() != null) {
      tell(
          ticket,
          Set.of(ticket.assignee()),
          "reminder-" + clock.instant().getEpochSecond(),
          "it still burns although its cause is known",
          due.of(ticket));
    }
  }

  private Collection<Person> nextAfter(Ticket ticket, int level) {
    Set<Person> next = new LinkedHashSet<>();
    switch (level) {
      case 1 -> {
        if (ticket.assignee() != null) {
          duty.second(ticket.team(), ticket.assignee()).ifPresent(next::add);
        } else {
          duty.responder(ticket.team()).ifPresent(next::add);
        }
      }
      case 2 -> next.addAll(duty.team(ticket.team()));
      default -> next.addAll(duty.managers());
    }
    return next;
  }

  /** Follows a ticket's news in the same transaction. */
  public void onNews(@Observes TicketEvent event) {
    Ticket ticket = event.ticket();
    switch (event.kind()) {
      case ACKNOWLEDGED, CLEARED, CLOSED ->
          // That it comes and goes stays true while it is gone.
          notifications.waitingOf(ticket.id()).stream()
              .filter(n -> event.kind() != TicketEvent.Kind.CLEARED || !n.step().startsWith(FLAPS))
              .forEach(Notification::withdraw);
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
    tell(ticket, people, step, reason, at, due.list(ticket));
  }

  /** Together with what else of its source is due then. */
  private void tellInList(
      Ticket ticket, Collection<Person> people, String step, String reason, Instant at) {
    tell(ticket, people, step, reason, at, ticket.sourceName() + "/" + step);
  }

  private void tell(
      Ticket ticket,
      Collection<Person> people,
      String step,
      String reason,
      Instant at,
      String list) {
    List<NotificationChannel> open =
        channels.stream().filter(NotificationChannel::available).toList();
    for (Person person : people) {
      List<NotificationChannel> reaching =
          open.stream().filter(c -> c.reaches(person.email())).toList();
      if (reaching.isEmpty()) {
        timeline.add(
            ticket,
            TimelineEntry.Kind.NOT_TOLD,
            NOTIFIER,
            person.name() + " has no working channel besides the portal");
        setUp.couldNotTell(ticket);
      }
      for (NotificationChannel channel : reaching) {
        Notification.Text text = Texts.of(ticket, reason, person.zone());
        notifications
            .find(ticket.id(), person.id(), channel.name(), step)
            .ifPresentOrElse(
                known -> known.trueAgain(text, at),
                () ->
                    notifications.add(
                        new Notification(
                            ticket,
                            person,
                            channel.name(),
                            step,
                            text,
                            list,
                            clock.instant(),
                            at)));
      }
    }
  }
}

package org.dashdot.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.dashdot.access.Actor;
import org.dashdot.access.People;
import org.dashdot.access.Person;
import org.dashdot.imperfection.Imperfection;

/** Taking a ticket and saying that it is over; shared by the desk and the human steps. */
@ApplicationScoped
public class Ownership {

  @Inject Timeline timeline;
  @Inject Tickets tickets;
  @Inject People people;
  @Inject Clock clock;
  @Inject LifecycleMessages messages;
  @Inject WorkItems workItems;
  @Inject Event<TicketEvent> news;

  /**
   * The actor takes the ticket; whoever had acknowledged it before keeps that moment, and is told
   * that it is somebody else's now.
   */
  void acknowledge(Ticket ticket, Actor actor) {
    Person before = ticket.assignee();
    Person person = people.byId(actor.personId()).orElse(before);
    Instant now = clock.instant();
    if (ticket.acknowledge(person, now)) {
      timeline.add(
          ticket,
          TimelineEntry.Kind.ACKNOWLEDGED,
          actor,
          "acknowledged, " + words(Duration.between(ticket.openedAt(), now)) + " after detection");
      news.fire(new TicketEvent(ticket, TicketEvent.Kind.ACKNOWLEDGED, actor));
    } else if (before != null && !before.id().equals(person.id())) {
      timeline.add(ticket, TimelineEntry.Kind.ASSIGNED, actor, "taken over from " + before.name());
      news.fire(new TicketEvent(ticket, TicketEvent.Kind.TAKEN_OVER, actor, before));
    }
    workItems.follow(ticket);
  }

  /** A person says that it is over: what the source left open ends with that. */
  void over(Ticket ticket, Actor actor) {
    ticket.refuseWhenClosed();
    Instant now = clock.instant();
    tickets.imperfections(ticket.id()).stream()
        .filter(Imperfection::burning)
        .forEach(i -> i.clears(now));
    timeline.add(ticket, TimelineEntry.Kind.CONFIRMED_OVER, actor, "checked by hand: it is over");
    if (ticket.clear(now)) {
      messages.send(ticket, LifecycleMessage.Kind.CLEARED);
      news.fire(new TicketEvent(ticket, TicketEvent.Kind.CLEARED, actor));
    }
  }

  /** When nothing that belongs to it burns any more, after something left it, it is clear. */
  void clearIfOver(Ticket ticket, Actor actor) {
    boolean over = !tickets.memberships(ticket.id()).isEmpty() && tickets.burning(ticket.id()) == 0;
    if (over && ticket.clear(clock.instant())) {
      timeline.add(ticket, TimelineEntry.Kind.CLEARED, actor, "everything on it has cleared");
      messages.send(ticket, LifecycleMessage.Kind.CLEARED);
      news.fire(new TicketEvent(ticket, TicketEvent.Kind.CLEARED, actor));
    }
  }

  private static String words(Duration time) {
    long minutes = time.toMinutes();
    if (minutes < 1) {
      return Math.max(0, time.toSeconds()) + " s";
    }
    return minutes < 120 ? minutes + " min" : time.toHours() + " h";
  }
}

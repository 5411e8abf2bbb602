package org.dashdot.ticket;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.dashdot.access.Actor;
import org.dashdot.imperfection.Imperfection;
import org.dashdot.imperfection.Suppressions;

/**
 * What tickets hear of imperfections that end, or of which nobody can tell. Runs in the intake's
 * transaction and never calls a running process: it writes messages.
 */
@Stateless
public class TicketClearing {

  private static final Actor INTAKE = Actor.system("intake");

  @Inject Tickets tickets;
  @Inject Timeline timeline;
  @Inject LifecycleMessages messages;
  @Inject Suppressions suppressions;
  @Inject Clock clock;
  @Inject Event<TicketEvent> news;

  /** These cleared; a ticket clears with its last one, unless it only collects. */
  public void cleared(Collection<Imperfection> imperfections) {
    suppressions.end(ids(imperfections), clock.instant());
    for (Ticket ticket : tickets.holding(ids(imperfections))) {
      tickets.memberships(ticket.id()).stream()
          .filter(m -> imperfections.stream().anyMatch(i -> i.id().equals(m.imperfectionId())))
          .forEach(m -> m.cleared(clock.instant()));
      if (ticket.collects() != Collects.WINDOW
          && tickets.burning(ticket.id()) == 0
          && ticket.clear(clock.instant())) {
        timeline.add(ticket, TimelineEntry.Kind.CLEARED, INTAKE, "everything on it has cleared");
        messages.send(ticket, LifecycleMessage.Kind.CLEARED);
        news.fire(new TicketEvent(ticket, TicketEvent.Kind.CLEARED, INTAKE));
      }
    }
  }

  /** These should have been repeated, but their source is not known to be alive. */
  public void doubted(Collection<Imperfection> imperfections) {
    for (Ticket ticket : tickets.holding(ids(imperfections))) {
      boolean someSure =
          tickets.imperfections(ticket.id()).stream()
              .anyMatch(i -> i.state() == Imperfection.State.OPEN);
      if (ticket.collects() != Collects.WINDOW && !someSure && ticket.doubt()) {
        timeline.add(
            ticket,
            TimelineEntry.Kind.UNCONFIRMED,
            INTAKE,
            "nobody can tell whether it still burns: "
                + ticket.sourceName()
                + " is not known to live");
        messages.send(ticket, LifecycleMessage.Kind.UNCONFIRMED);
      }
    }
  }

  private List<Long> ids(Collection<Imperfection> imperfections) {
    return imperfections.stream().map(Imperfection::id).toList();
  }
}

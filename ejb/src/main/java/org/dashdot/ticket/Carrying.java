package org.dashdot.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.dashdot.access.Actor;
import org.dashdot.imperfection.Imperfection;

/** One ticket that collects carries on what others began. Callers bring the transaction. */
@ApplicationScoped
public class Carrying {

  @Inject Tickets tickets;
  @Inject Timeline timeline;
  @Inject LifecycleMessages messages;
  @Inject TicketRouting routing;
  @Inject Clock clock;

  /**
   * Ends a ticket as merged into the one that collects; its burning members go there, by their
   * group.
   */
  void carryOn(Ticket ticket, Ticket collecting, String why, Actor actor) {
    List<Imperfection> burning =
        tickets.imperfections(ticket.id()).stream().filter(Imperfection::burning).toList();
    ticket.mergeInto(collecting.id());
    tickets.join(collecting, burning, clock.instant(), ticket.groupKey(), routing::asksForHigh);
    timeline.add(
        ticket,
        TimelineEntry.Kind.MERGED,
        actor,
        "#" + collecting.number() + " collects it: " + why);
    timeline.add(
        collecting,
        TimelineEntry.Kind.MERGED,
        actor,
        "#" + ticket.number() + " burnt already and is collected here");
    messages.send(ticket, LifecycleMessage.Kind.MERGED);
  }
}

package org.dashdot.ticket;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.dashdot.access.Actor;
import org.dashdot.access.Recency;
import org.dashdot.access.Right;
import org.dashdot.access.Rights;
import org.dashdot.imperfection.Imperfection;
import org.dashdot.shared.InvalidInput;

/** Gives some of what burns on a ticket a ticket of its own, with its own process. */
@Stateless
public class TicketSplit {

  @Inject Tickets tickets;
  @Inject TicketOpening opening;
  @Inject TicketRelations relations;
  @Inject TicketLifecycle lifecycle;
  @Inject Ownership ownership;
  @Inject Recency recency;
  @Inject Clock clock;

  /**
   * Splits these off. What fires again stays with the new ticket while that is open; to merge the
   * two takes it back.
   *
   * @param imperfections some of the ticket's, of which at least one burns
   * @return the number of the new ticket
   * @throws InvalidInput naming {@code imperfections} when all or none of them were chosen, or none
   *     that burns
   */
  public TicketNumber split(TicketNumber number, Collection<Long> imperfections, Actor actor) {
    tickets.lockImperfections(number);
    Ticket ticket = tickets.locked(number);
    Rights.check(actor, Right.WORK, TicketDesk.team(ticket));
    recency.toAct(actor);
    ticket.refuseWhenClosed();
    ticket.refuseWhenItOnlyCollects();
    List<Imperfection> members = tickets.imperfections(ticket.id());
    List<Imperfection> leaving =
        members.stream().filter(i -> Set.copyOf(imperfections).contains(i.id())).toList();
    if (leaving.isEmpty() || leaving.size() == members.size()) {
      throw new InvalidInput(
          "imperfections", "Choose some of the ticket's imperfections; at least one must stay.");
    }
    if (leaving.stream().noneMatch(Imperfection::burning)) {
      throw new InvalidInput(
          "imperfections", "What is over stays here: choose something that burns.");
    }
    tickets.leave(ticket, leaving.stream().map(Imperfection::id).toList(), clock.instant());
    Ticket own =
        opening.apart(
            new GroupKey("split from #" + number + " " + UUID.randomUUID()),
            leaving.stream()
                .map(i -> new TicketOpening.Fired(i, null, ticket.sourceName(), false))
                .toList(),
            actor);
    relations.split(own, ticket, actor);
    tickets.store();
    lifecycle.start(own.number());
    ownership.clearIfOver(ticket, actor);
    return own.number();
  }
}

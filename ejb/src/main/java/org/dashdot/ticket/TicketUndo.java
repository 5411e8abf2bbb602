package org.dashdot.ticket;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.dashdot.access.Actor;
import org.dashdot.access.Recency;
import org.dashdot.access.Right;
import org.dashdot.access.Rights;
import org.dashdot.shared.Conflict;
import org.dashdot.shared.Settings;

/** Takes back a handing over or another priority, for whoever has just done it by mistake. */
@Stateless
public class TicketUndo {

  @Inject Tickets tickets;
  @Inject TicketChanges changes;
  @Inject Ownership ownership;
  @Inject Recency recency;
  @Inject Settings settings;
  @Inject Clock clock;

  /** What this person may take back on a ticket now; empty when nothing. */
  public Optional<TicketChange.Kind> offered(TicketNumber number, Actor actor) {
    Rights.check(actor, Right.SEE, null);
    return takeable(tickets.get(number), actor).map(TicketChange::kind);
  }

  private Optional<TicketChange> takeable(Ticket ticket, Actor actor) {
    return changes
        .last(ticket)
        .filter(change -> ticket.closedAt() == null && ticket.team() != null)
        .filter(change -> change.by(actor.personId()) && change.stands(ticket))
        .filter(
            change ->
                clock
                    .instant()
                    .isBefore(change.changedAt().plus(settings.duration("change.undo"))));
  }

  /**
   * Makes it as it was before. Whoever was told of the change is told of this as well.
   *
   * @throws Conflict when the last change was not the caller's, was changed again, or is too long
   *     ago
   */
  public void undo(TicketNumber number, Actor actor) {
    Ticket ticket = tickets.locked(number);
    recency.toAct(actor);
    TicketChange change =
        takeable(ticket, actor)
            .orElseThrow(
                () -> new Conflict("There is nothing on #" + number + " that you can take back."));
    if (change.kind() == TicketChange.Kind.PRIORITISED) {
      changes.prioritise(ticket, change.priorityBefore(), "that was taken back", actor);
    } else {
      changes.hand(
          ticket,
          change.assigneeBefore(),
          change.teamBefore() == null ? ticket.team() : change.teamBefore(),
          "taken back, it is again with ",
          actor);
      if (change.acknowledgedBefore() && change.assigneeBefore().id().equals(actor.personId())) {
        ownership.acknowledge(ticket, actor);
      }
    }
    changes.forget(change);
  }
}

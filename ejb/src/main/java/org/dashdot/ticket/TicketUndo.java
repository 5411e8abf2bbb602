package org.dashdot.ticket;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.dashdot.access.Actor;
import org.dashdot.access.Recency;
import org.dashdot.access.Right;
import org.dashdot.access.Rights;
import org.dashdot.shared.Conflict;
import org.dashdot.shared.Settings;

/**
 * Takes back a handing over, another priority or a dismissal, for whoever has just done it by
 * mistake.
 */
@Stateless
public class TicketUndo {

  @Inject Tickets tickets;
  @Inject TicketChanges changes;
  @Inject Timeline timeline;
  @Inject TicketLifecycle lifecycle;
  @Inject Ownership ownership;
  @Inject TicketDesk desk;
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
        .filter(change -> ticket.team() != null)
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
    if (dismissed(number, actor)) {
      tickets.lockImperfections(number);
    }
    Ticket ticket = tickets.locked(number);
    recency.toAct(actor);
    TicketChange change =
        takeable(ticket, actor)
            .orElseThrow(
                () -> new Conflict("There is nothing on #" + number + " that you can take back."));
    TicketChange.Before before = change.before();
    switch (change.kind()) {
      case DISMISSED -> believeAgain(ticket, before, actor);
      case PRIORITISED ->
          changes.prioritise(ticket, before.priority(), "that was taken back", actor);
      case HANDED_OVER ->
          changes.hand(
              ticket,
              before.assignee(),
              before.team() == null ? ticket.team() : before.team(),
              "taken back, it is again with ",
              actor);
    }
    changes.forget(change);
    boolean had = before.assignee() != null && before.assignee().id().equals(actor.personId());
    if (had && before.acknowledged() && ticket.acknowledgedAt() == null) {
      desk.acknowledge(number, actor);
    }
  }

  /** What burns on it is locked before the ticket is, as the intake does. */
  private boolean dismissed(TicketNumber number, Actor actor) {
    return takeable(tickets.get(number), actor)
        .filter(change -> change.kind() == TicketChange.Kind.DISMISSED)
        .isPresent();
  }

  /** It was a real problem after all: it lives again as it was, with a process of its own. */
  private void believeAgain(Ticket ticket, TicketChange.Before before, Actor actor) {
    Rights.check(actor, Right.WORK, TicketDesk.team(ticket));
    String key = new GroupKey(ticket.groupKey()).openKey();
    ticket.separate(tickets.open(Set.of(key)).isEmpty() ? key : null, clock.instant());
    tickets.imperfections(ticket.id()).forEach(one -> one.mute(null));
    timeline.add(
        ticket, TimelineEntry.Kind.FALSE_POSITIVE, actor, "that was taken back: it is a problem");
    tickets.store();
    lifecycle.start(ticket.number());
    changes.restore(ticket, before);
    ownership.clearIfOver(ticket, actor);
  }
}

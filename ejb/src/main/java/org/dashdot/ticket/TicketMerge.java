package org.dashdot.ticket;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dashdot.access.Actor;
import org.dashdot.access.Recency;
import org.dashdot.access.Right;
import org.dashdot.access.Rights;
import org.dashdot.imperfection.Imperfection;
import org.dashdot.shared.Conflict;
import org.dashdot.shared.InvalidInput;
import org.dashdot.shared.Settings;

/** Lets one ticket carry on what another one began, and takes that back once. */
@Stateless
public class TicketMerge {

  @Inject Tickets tickets;
  @Inject Timeline timeline;
  @Inject LifecycleMessages messages;
  @Inject TicketLifecycle lifecycle;
  @Inject Ownership ownership;
  @Inject Settings settings;
  @Inject Recency recency;
  @Inject Clock clock;
  @Inject Event<TicketEvent> news;

  /**
   * Lets another open ticket carry on with everything that burns on this one.
   *
   * @throws InvalidInput naming {@code into} when that ticket cannot carry on
   */
  public void merge(TicketNumber number, TicketNumber into, Actor actor) {
    if (number.equals(into)) {
      throw new InvalidInput("into", "A ticket cannot be merged into itself.");
    }
    if (!tickets.exists(into)) {
      throw new InvalidInput("into", "There is no ticket #" + into + ".");
    }
    lockInOrder(number, into);
    Ticket ticket = tickets.locked(number);
    Ticket survivor = tickets.locked(into);
    mayWork(actor, ticket, survivor);
    if (survivor.closedAt() != null || survivor.mergedInto() != null) {
      throw new InvalidInput("into", "Ticket #" + into + " is closed.");
    }
    if (survivor.openKey() == null) {
      throw new InvalidInput(
          "into", "Ticket #" + into + " is resolved for too long to carry on with anything.");
    }
    ticket.refuseWhenItOnlyCollects();
    survivor.refuseWhenItOnlyCollects();
    ticket.mergeInto(survivor.id());
    List<Imperfection> members = tickets.imperfections(ticket.id());
    tickets.join(survivor, members, clock.instant(), reason(number));
    timeline.add(ticket, TimelineEntry.Kind.MERGED, actor, "merged into #" + into);
    timeline.add(
        survivor, TimelineEntry.Kind.MERGED, actor, "#" + number + " was merged into this");
    messages.send(ticket, LifecycleMessage.Kind.MERGED);
    if (members.stream().anyMatch(Imperfection::burning) && survivor.burnAgain(clock.instant())) {
      timeline.add(
          survivor,
          TimelineEntry.Kind.FIRED_AGAIN,
          actor,
          "burns again by what #" + number + " brought");
      messages.send(survivor, LifecycleMessage.Kind.FIRED_AGAIN);
      news.fire(new TicketEvent(survivor, TicketEvent.Kind.FIRED_AGAIN, actor));
    }
  }

  /**
   * Takes a merge back: the ticket lives again with a process of its own, and what it had brought
   * leaves the survivor.
   *
   * @throws Conflict when it was not merged, is being merged, or that was too long ago
   */
  public void undo(TicketNumber number, Actor actor) {
    Long into = tickets.get(number).mergedInto();
    if (into == null) {
      throw new Conflict("Ticket #" + number + " was not merged.");
    }
    TicketNumber survivorNumber = new TicketNumber(into);
    lockInOrder(number, survivorNumber);
    Ticket ticket = tickets.locked(number);
    Ticket survivor = tickets.locked(survivorNumber);
    mayWork(actor, ticket, survivor);
    survivor.refuseWhenItOnlyCollects();
    Instant until = undoableUntil(ticket);
    if (until == null) {
      throw new Conflict("Ticket #" + number + " is just being merged; try again.");
    }
    if (clock.instant().isAfter(until)) {
      throw new Conflict("Ticket #" + number + " was merged too long ago to take that back.");
    }
    String key = new GroupKey(ticket.groupKey()).openKey();
    ticket.separate(tickets.open(Set.of(key)).isEmpty() ? key : null, clock.instant());
    tickets.leave(survivor, reason(number), clock.instant());
    timeline.add(
        ticket, TimelineEntry.Kind.MERGED, actor, "the merge into #" + into + " was undone");
    timeline.add(
        survivor, TimelineEntry.Kind.MERGED, actor, "#" + number + " is a ticket of its own again");
    tickets.store();
    lifecycle.start(number);
    Stream.of(ticket, survivor).forEach(t -> ownership.clearIfOver(t, actor));
  }

  /** Until when the merge of this ticket can be taken back; empty when it cannot any more. */
  public Optional<Instant> undoableUntil(TicketNumber number, Actor actor) {
    Rights.check(actor, Right.SEE, null);
    return Optional.ofNullable(undoableUntil(tickets.get(number)))
        .filter(until -> until.isAfter(clock.instant()));
  }

  /** Until when a merge can be taken back; null when it cannot. */
  private Instant undoableUntil(Ticket ticket) {
    boolean byHand =
        ticket.mergedInto() != null
            && tickets.get(new TicketNumber(ticket.mergedInto())).collects() == null;
    return ticket.outcome() != Outcome.MERGED || ticket.closedAt() == null || !byHand
        ? null
        : ticket.closedAt().plus(settings.duration("merge.undo"));
  }

  private void mayWork(Actor actor, Ticket ticket, Ticket survivor) {
    Rights.check(actor, Right.WORK, TicketDesk.team(ticket));
    Rights.check(actor, Right.WORK, TicketDesk.team(survivor));
    recency.toAct(actor);
  }

  /** Two people who merge the same two tickets both ways must not wait for each other. */
  private void lockInOrder(TicketNumber one, TicketNumber other) {
    Stream.of(one.value(), other.value())
        .sorted()
        .forEach(value -> tickets.locked(new TicketNumber(value)));
  }

  private static String reason(TicketNumber merged) {
    return "merged from #" + merged;
  }
}

package org.dashdot.ticket;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.dashdot.access.Actor;
import org.dashdot.access.Person;
import org.dashdot.oncall.Duty;
import org.dashdot.shared.Conflict;
import org.dashdot.shared.Settings;
import org.dashdot.shared.Span;

/** What the process does with a ticket by itself, and the facts it decides by. */
@Stateless
public class TicketCourse {

  private static final Actor PROCESS = Actor.system("process");

  @Inject Tickets tickets;
  @Inject Timeline timeline;
  @Inject Settings settings;
  @Inject TicketEscalation escalation;
  @Inject Duty duty;
  @Inject Clock clock;
  @Inject Event<TicketEvent> news;

  /** What the process's gateways and timers look at. */
  public record Facts(
      boolean high,
      boolean acknowledged,
      boolean explained,
      boolean onlyCollects,
      Instant acknowledgeBy,
      Instant reopenUntil,
      Instant reviewBy,
      Instant progressDue) {}

  public Facts facts(TicketNumber number) {
    Ticket ticket = tickets.get(number);
    Priority priority = ticket.priority();
    ZoneId zone = zone(ticket);
    Instant now = clock.instant();
    Settings own = settings.of(ticket.sourceName());
    return new Facts(
        priority.high(),
        ticket.acknowledgedAt() != null,
        ticket.cause() != null,
        onlyCollects(ticket),
        own.after(priority.setting("acknowledge-by"), now, zone),
        onlyCollects(ticket) ? now : own.after(priority.setting("reopen-window"), now, zone),
        own.after(priority.setting("review-due"), now, zone),
        own.after(priority.setting("progress-due"), now, zone));
  }

  private static boolean onlyCollects(Ticket ticket) {
    return ticket.collects() == Collects.WINDOW;
  }

  /** Whether anything on it burns. */
  public boolean burning(TicketNumber number) {
    Ticket ticket = tickets.get(number);
    return ticket.status().burning() && tickets.burning(ticket.id()) > 0;
  }

  /** When it will have been clear for long enough; at once when there is nothing to clear. */
  public Instant stableAt(TicketNumber number) {
    Ticket ticket = tickets.get(number);
    Instant now = clock.instant();
    return tickets.memberships(ticket.id()).isEmpty()
        ? now
        : settings
            .of(ticket.sourceName())
            .after(
                ticket.flapping() ? "flapping.quiet" : ticket.priority().setting("stable"),
                since(ticket.clearedAt(), now),
                zone(ticket));
  }

  /** The person who owns the ticket; empty when it is nobody's. */
  public Optional<Long> ownerId(TicketNumber number) {
    return Optional.ofNullable(tickets.get(number).assignee()).map(Person::id);
  }

  public String teamName(TicketNumber number) {
    return tickets.get(number).team().name();
  }

  /** The stable time has passed; unless it burns again and the message of that is under way. */
  public void resolved(TicketNumber number) {
    Ticket ticket = tickets.locked(number);
    if (burning(number)) {
      return;
    }
    ticket.resolve(clock.instant());
    timeline.add(ticket, TimelineEntry.Kind.RESOLVED, PROCESS, "resolved: it stayed clear");
    news.fire(new TicketEvent(ticket, TicketEvent.Kind.RESOLVED, PROCESS));
  }

  /**
   * The reopen window has passed: the same condition is news again.
   *
   * @throws Conflict while it burns again and the message of that, which ends the waiting, is under
   *     way; to be tried again
   */
  public void stopReopening(TicketNumber number) {
    Ticket ticket = tickets.locked(number);
    if (burning(number)) {
      throw new Conflict("Ticket #" + number + " burns again.");
    }
    ticket.stopReopening();
  }

  /**
   * @param outcome null keeps how it was resolved
   */
  public void closed(TicketNumber number, Outcome outcome, String why) {
    Ticket ticket = tickets.locked(number);
    ticket.close(outcome, clock.instant());
    timeline.add(ticket, TimelineEntry.Kind.CLOSED, PROCESS, why);
    news.fire(new TicketEvent(ticket, TicketEvent.Kind.CLOSED, PROCESS));
  }

  /** Notes that the next ones are to be told; returns the level, 1 for the second person. */
  public int escalated(TicketNumber number) {
    Ticket ticket = tickets.locked(number);
    ticket.escalated(ticket.escalationLevel() + 1);
    return ticket.escalationLevel();
  }

  /** When the next escalation is due after this level; empty after the last. */
  public Optional<Instant> nextEscalation(TicketNumber number) {
    return escalation.next(tickets.get(number));
  }

  /** Whoever acknowledged it did nothing for so long: whoever is on duty has it now. */
  public void handBack(TicketNumber number, Span idle) {
    Ticket ticket = tickets.locked(number);
    Person former = ticket.assignee();
    Person next = duty.responder(ticket.team()).orElse(null);
    ticket.handBack(next, clock.instant());
    ticket.countHandBack();
    timeline.add(
        ticket,
        TimelineEntry.Kind.HANDED_BACK,
        PROCESS,
        (former == null ? "nobody" : former.name())
            + " did nothing for "
            + idle.words()
            + ": it goes to "
            + (next == null ? "nobody, since nobody is on duty" : next.name()));
    if (former != null) {
      news.fire(new TicketEvent(ticket, TicketEvent.Kind.HANDED_BACK, PROCESS, former));
    }
  }

  private static ZoneId zone(Ticket ticket) {
    return TicketEscalation.zone(ticket);
  }

  private static Instant since(Instant moment, Instant otherwise) {
    return moment == null ? otherwise : moment;
  }
}

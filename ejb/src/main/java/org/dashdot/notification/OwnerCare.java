package org.dashdot.notification;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.dashdot.shared.Settings;
import org.dashdot.shared.Span;
import org.dashdot.ticket.Ticket;
import org.dashdot.ticket.TicketCourse;
import org.dashdot.ticket.TicketEscalation;
import org.dashdot.ticket.TicketNumber;
import org.dashdot.ticket.Tickets;
import org.dashdot.ticket.Timeline;
import org.dashdot.ticket.TimelineEntry;

/**
 * Looks after tickets that burn while nobody does anything: a low one that nobody acknowledges is
 * escalated, an owner is reminded, and in the end the ticket is taken from them.
 */
@Stateless
public class OwnerCare {

  @Inject Tickets tickets;
  @Inject Timeline timeline;
  @Inject TicketEscalation escalation;
  @Inject TicketCourse course;
  @Inject Notifier notifier;
  @Inject Settings settings;
  @Inject Clock clock;

  /** When the ticket is looked at next; later than now. */
  public Instant due(TicketNumber number) {
    Ticket ticket = tickets.get(number);
    Instant now = clock.instant();
    Instant soonest = now.plusSeconds(1);
    Instant fromNow = progress(ticket).after(now, ticket.team().zone());
    if (!ticket.status().burning()) {
      return fromNow;
    }
    if (snoozed(ticket)) {
      return ticket.snoozedUntil();
    }
    return Stream.of(
            escalates(ticket),
            Optional.of(reminded(ticket)),
            takenBack(ticket),
            Optional.ofNullable(ticket.overdueAt()).filter(now::isBefore))
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder())
        .filter(soonest::isBefore)
        .orElse(soonest);
  }

  /** Does what is due; returns whether the ticket was taken from its owner. */
  public boolean look(TicketNumber number) {
    Ticket ticket = tickets.locked(number);
    if (!ticket.status().burning() || snoozed(ticket)) {
      return false;
    }
    if (past(Optional.ofNullable(ticket.overdueAt()))) {
      notifier.overdue(ticket);
    }
    if (past(escalates(ticket))) {
      notifier.escalate(number);
    }
    if (past(takenBack(ticket))) {
      course.handBack(number, escalation.of(ticket).handBack());
      return true;
    }
    if (past(Optional.of(reminded(ticket)))) {
      boolean owned = ticket.assignee() != null && works(ticket);
      timeline.add(
          ticket,
          TimelineEntry.Kind.REMINDED,
          Telling.NOTIFIER,
          owned
              ? "nothing was done for a while: reminding " + ticket.assignee().name()
              : "nothing was done for a while");
      if (owned) {
        notifier.remind(ticket, "it still burns, and nothing was done for a while");
      }
    }
    return false;
  }

  private boolean snoozed(Ticket ticket) {
    return ticket.snoozedUntil() != null && ticket.snoozedUntil().isAfter(clock.instant());
  }

  /** A high one that nobody took escalates by steps of its own. */
  private Optional<Instant> escalates(Ticket ticket) {
    return ticket.priority().high() || ticket.acknowledgedAt() != null
        ? Optional.empty()
        : escalation.next(ticket);
  }

  private Instant reminded(Ticket ticket) {
    return progress(ticket).after(timeline.lastProgress(ticket, true), ticket.team().zone());
  }

  private Optional<Instant> takenBack(Ticket ticket) {
    return ticket.acknowledgedAt() == null
        ? Optional.empty()
        : Optional.ofNullable(escalation.of(ticket).handBack())
            .map(after -> after.after(timeline.lastProgress(ticket, false), ticket.team().zone()));
  }

  /** Whoever has not taken a high one is told again, not reminded. */
  private static boolean works(Ticket ticket) {
    return ticket.acknowledgedAt() != null || !ticket.priority().high();
  }

  private boolean past(Optional<Instant> moment) {
    return moment.isPresent() && !moment.get().isAfter(clock.instant());
  }

  private Span progress(Ticket ticket) {
    return settings.of(ticket.sourceName()).span(ticket.priority().setting("progress-due"));
  }
}

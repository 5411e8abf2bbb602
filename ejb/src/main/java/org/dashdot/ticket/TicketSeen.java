package org.dashdot.ticket;

import java.time.Instant;

/**
 * Whose a ticket was, how urgent, and whether taken or put aside, when somebody decided to change
 * that: what another did meanwhile must not be overwritten unseen.
 *
 * @param tag the same for tickets that look the same; null when nobody looked
 */
public record TicketSeen(String tag) {

  /** For whoever changes it as it is, such as a program that does not look first. */
  public static final TicketSeen ANY = new TicketSeen(null);

  /** As its page shows it. */
  public static TicketSeen of(TicketView ticket) {
    return of(
        ticket.assigneeId(),
        ticket.teamId(),
        ticket.priority(),
        ticket.acknowledgedAt(),
        ticket.snoozedUntil());
  }

  private static TicketSeen of(
      Long assignee, Long team, Priority priority, Instant acknowledged, Instant snoozed) {
    return new TicketSeen(
        "%s-%s-%s-%s-%s"
            .formatted(
                assignee == null ? 0 : assignee,
                team == null ? 0 : team,
                priority,
                acknowledged == null ? 0 : acknowledged.toEpochMilli(),
                snoozed == null ? 0 : snoozed.toEpochMilli()));
  }

  /**
   * Refuses to change a ticket that looks different by now.
   *
   * @throws Overtaken when it does
   */
  void require(Ticket ticket) {
    Long assignee = ticket.assignee() == null ? null : ticket.assignee().id();
    TicketSeen now =
        of(
            assignee,
            TicketDesk.team(ticket),
            ticket.priority(),
            ticket.acknowledgedAt(),
            ticket.snoozedUntil());
    if (tag != null && !tag.equals(now.tag())) {
      throw new Overtaken(ticket.number());
    }
  }
}

package org.dashdot.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.dashdot.oncall.Escalation;
import org.dashdot.oncall.Escalations;
import org.dashdot.shared.Settings;

/** The escalation policy that holds for a ticket. Callers bring the transaction. */
@ApplicationScoped
public class TicketEscalation {

  @Inject Escalations escalations;
  @Inject Settings settings;

  public Escalation of(Ticket ticket) {
    return escalations.of(
        ticket.team(),
        ticket.priority().name(),
        settings.of(ticket.sourceName()),
        ticket.urgentSince());
  }

  /** When the next ones are told unless somebody acknowledges; empty when all were. */
  public Optional<Instant> next(Ticket ticket) {
    return of(ticket).due(ticket.escalationLevel(), ticket.urgentSince(), zone(ticket));
  }

  static ZoneId zone(Ticket ticket) {
    return ticket.team() == null ? ZoneOffset.UTC : ticket.team().zone();
  }
}

package org.dashdot.ticket;

import org.dashdot.access.Actor;

/** News of a ticket for the rooms above, fired in the same transaction. */
public record TicketEvent(Ticket ticket, Kind kind, Actor actor) {

  /** What happened. */
  public enum Kind {
    ACKNOWLEDGED,
    CLEARED,
    FIRED_AGAIN,
    HANDED_OVER,
    WORSE,
    RESOLVED,
    CLOSED
  }
}

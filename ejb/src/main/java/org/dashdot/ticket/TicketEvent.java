package org.dashdot.ticket;

import org.dashdot.access.Actor;
import org.dashdot.access.Person;

/**
 * News of a ticket for the rooms above, fired in the same transaction.
 *
 * @param former whose it was until it was taken over; else null
 */
public record TicketEvent(Ticket ticket, Kind kind, Actor actor, Person former) {

  /** What happened. */
  public enum Kind {
    ACKNOWLEDGED,
    CLEARED,
    FIRED_AGAIN,
    HANDED_OVER,
    TAKEN_OVER,
    WORSE,
    RESOLVED,
    CLOSED
  }

  TicketEvent(Ticket ticket, Kind kind, Actor actor) {
    this(ticket, kind, actor, null);
  }
}

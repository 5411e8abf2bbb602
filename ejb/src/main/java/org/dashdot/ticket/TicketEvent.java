package org.dashdot.ticket;

import org.dashdot.access.Actor;
import org.dashdot.access.Person;

/**
 * News of a ticket for the rooms above, fired in the same transaction.
 *
 * @param person whose it was until it was taken over, or whom it concerns; else null
 * @param words what the news is, where its kind alone does not say it; else null
 */
public record TicketEvent(Ticket ticket, Kind kind, Actor actor, Person person, String words) {

  /** What happened. */
  public enum Kind {
    ACKNOWLEDGED,
    CLEARED,
    FIRED_AGAIN,
    /** It comes and goes; said once, instead of each time. */
    FLAPS,
    HANDED_OVER,
    TAKEN_OVER,
    /** It was taken from this person, who acknowledged it and did nothing. */
    HANDED_BACK,
    WORSE,
    RESOLVED,
    CLOSED,
    /** It holds a P1 of this person's team among many others. */
    CONCERNS,
    /** What a storm looks like by now. */
    GOES_ON
  }

  TicketEvent(Ticket ticket, Kind kind, Actor actor) {
    this(ticket, kind, actor, null, null);
  }

  TicketEvent(Ticket ticket, Kind kind, Actor actor, Person person) {
    this(ticket, kind, actor, person, null);
  }

  TicketEvent(Ticket ticket, Kind kind, Actor actor, String words) {
    this(ticket, kind, actor, null, words);
  }
}

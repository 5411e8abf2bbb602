package org.dashdot.notification;

import org.dashdot.access.Person;
import org.dashdot.ticket.Ticket;

/** Somebody could not be told of a ticket; fired in the same transaction. */
public record Unreached(Ticket ticket, Person person) {}

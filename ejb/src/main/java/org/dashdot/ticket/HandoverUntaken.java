package org.dashdot.ticket;

import java.util.Set;
import org.dashdot.access.Person;

/**
 * A high ticket stayed with somebody whose shift is over; fired in the same transaction, for the
 * rooms above.
 *
 * @param people who is to be told
 * @param words why, as the end of a sentence
 */
public record HandoverUntaken(Ticket ticket, Set<Person> people, String words) {}

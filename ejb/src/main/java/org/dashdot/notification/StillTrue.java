package org.dashdot.notification;

import java.util.Set;
import org.dashdot.ticket.Ticket;

/**
 * Whether a message still tells what is so, by the steps that the notifier names. News of a ticket
 * withdraws the messages that are stored; one that is written in the same moment, since another way
 * failed, is seen only when it is about to leave.
 */
final class StillTrue {

  /** They ask somebody to take the ticket. */
  private static final Set<String> ASKING =
      Set.of("opened-", "escalated-", "repeat-", "unreached-", "storm-");

  /** They say that it burns. */
  private static final Set<String> BURNING =
      Set.of("again-", "worse-", "reminder-", "overdue-", "concerns");

  private static final String RESOLVED = "resolved-";

  private StillTrue() {}

  /** Reads the ticket: call it after the message was locked. */
  static boolean of(Notification message) {
    Ticket ticket = message.ticket();
    String step = message.occasion();
    if (ticket == null || step == null) {
      return true;
    }
    if (step.startsWith(RESOLVED)) {
      return !ticket.status().burning() && step.equals(RESOLVED + ticket.reopened());
    }
    if (ASKING.stream().anyMatch(step::startsWith)) {
      return Wording.takeable(ticket);
    }
    return ticket.status().burning() || BURNING.stream().noneMatch(step::startsWith);
  }
}

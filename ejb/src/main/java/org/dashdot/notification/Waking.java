package org.dashdot.notification;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.dashdot.ticket.Ticket;
import org.dashdot.ticket.TicketNumber;
import org.dashdot.ticket.TicketSnooze;

/** Tells owners that what they put aside is back. */
@Stateless
public class Waking {

  @Inject TicketSnooze snooze;
  @Inject Notifier notifier;

  /** Called from time to time. */
  public void beat() {
    for (Long number : snooze.over()) {
      Ticket ticket = snooze.end(new TicketNumber(number));
      if (ticket != null && ticket.assignee() != null) {
        notifier.remind(ticket, "it was put aside until now, and it still burns");
      }
    }
  }
}

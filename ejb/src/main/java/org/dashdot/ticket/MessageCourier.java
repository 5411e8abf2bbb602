package org.dashdot.ticket;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Brings waiting messages to the processes: per ticket in order, one transaction each. */
@ApplicationScoped
public class MessageCourier {

  private static final Logger LOG = System.getLogger(MessageCourier.class.getName());
  private static final int TICKETS_A_ROUND = 100;
  private static final int WORTH_A_WORD = 5;

  @Inject LifecycleMessages messages;

  /** One round over the tickets that have messages. */
  public void deliverWaiting() {
    for (Long ticketId : messages.waiting(TICKETS_A_ROUND)) {
      try {
        messages.deliverNext(ticketId);
      } catch (EJBException e) {
        if (messages.failed(ticketId, String.valueOf(e.getMessage())) == WORTH_A_WORD) {
          LOG.log(Level.ERROR, "The process of ticket #" + ticketId + " takes no message", e);
        }
      }
    }
  }
}

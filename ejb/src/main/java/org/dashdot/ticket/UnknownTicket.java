package org.dashdot.ticket;

import jakarta.ejb.ApplicationException;
import org.dashdot.shared.Unknown;

/** There is no ticket of this number. */
@ApplicationException(rollback = true)
public class UnknownTicket extends Unknown {

  public UnknownTicket(TicketNumber number) {
    super("There is no ticket #" + number);
  }
}

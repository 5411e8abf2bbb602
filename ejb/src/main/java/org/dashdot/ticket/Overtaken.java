package org.dashdot.ticket;

import jakarta.ejb.ApplicationException;
import org.dashdot.shared.Conflict;

/** Somebody else was quicker. Rolls back; REST answers 412. */
@ApplicationException(rollback = true)
public class Overtaken extends Conflict {

  Overtaken(TicketNumber number) {
    super("#" + number + " was changed since you looked at it. Look again before you change it.");
  }
}

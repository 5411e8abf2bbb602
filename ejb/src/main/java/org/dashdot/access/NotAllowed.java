package org.dashdot.access;

import jakarta.ejb.ApplicationException;
import java.util.Locale;

/** The actor lacks a right. Rolls back; REST answers 403. */
@ApplicationException(rollback = true)
public class NotAllowed extends RuntimeException {

  public NotAllowed(Right right) {
    super(
        "Your role does not allow this: "
            + right.name().toLowerCase(Locale.ROOT).replace('_', ' ')
            + ". An administrator can change roles.");
  }
}

package org.dashdot.intake;

import jakarta.ejb.ApplicationException;

/**
 * Nothing can be taken in now; whoever pushes must try again. REST answers 503 with Retry-After.
 */
@ApplicationException(rollback = true)
public class IntakeClosed extends RuntimeException {

  public IntakeClosed(String message, Throwable cause) {
    super(message, cause);
  }
}

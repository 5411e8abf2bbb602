package org.dashdot.shared;

import jakarta.ejb.ApplicationException;

/** The thing is no longer in the state the caller saw. Rolls back; REST answers 409. */
@ApplicationException(rollback = true)
public class Conflict extends RuntimeException {

  public Conflict(String message) {
    super(message);
  }
}

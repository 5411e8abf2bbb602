package org.dashdot.shared;

import jakarta.ejb.ApplicationException;

/** What was asked for does not exist. Rolls back; REST answers 404. */
@ApplicationException(rollback = true)
public class Unknown extends RuntimeException {

  public Unknown(String what) {
    super(what);
  }
}

package org.dashdot.signal;

import jakarta.ejb.ApplicationException;

/** Input that will never parse. REST answers 400 and the input is kept as rejected. */
@ApplicationException(rollback = true)
public class Undecodable extends RuntimeException {

  public Undecodable(String message) {
    super(message);
  }

  public Undecodable(String message, Throwable cause) {
    super(message, cause);
  }
}

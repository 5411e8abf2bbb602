package org.dashdot.shared;

import jakarta.ejb.ApplicationException;

/** Input that a person or program must mend: names the field and says how. Rolls back. */
@ApplicationException(rollback = true)
public class InvalidInput extends RuntimeException {

  private final String field;

  public InvalidInput(String field, String message) {
    super(message);
    this.field = field;
  }

  /** The field at fault, never null. */
  public String field() {
    return field;
  }
}

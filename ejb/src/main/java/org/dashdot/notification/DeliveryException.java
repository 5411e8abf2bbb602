package org.dashdot.notification;

/** A channel did not take a message. */
public class DeliveryException extends RuntimeException {

  private final boolean recoverable;

  public DeliveryException(String message, boolean recoverable, Throwable cause) {
    super(message, cause);
    this.recoverable = recoverable;
  }

  /** Whether trying again may help. */
  public boolean recoverable() {
    return recoverable;
  }
}

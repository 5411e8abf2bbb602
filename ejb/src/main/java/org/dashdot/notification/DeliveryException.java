package org.dashdot.notification;

/** A channel did not take a message, or nobody knows whether it did. */
public class DeliveryException extends RuntimeException {

  private final boolean recoverable;
  private final boolean unknown;

  public DeliveryException(String message, boolean recoverable, Throwable cause) {
    this(message, recoverable, false, cause);
  }

  private DeliveryException(String message, boolean recoverable, boolean unknown, Throwable cause) {
    super(message, cause);
    this.recoverable = recoverable;
    this.unknown = unknown;
  }

  /** The message was handed over and no answer came: it may have left. */
  public static DeliveryException unknown(String message, Throwable cause) {
    return new DeliveryException(message, true, true, cause);
  }

  /** Whether trying again may help. */
  public boolean recoverable() {
    return recoverable;
  }

  /** Whether it may have been delivered all the same. */
  public boolean unknown() {
    return unknown;
  }
}

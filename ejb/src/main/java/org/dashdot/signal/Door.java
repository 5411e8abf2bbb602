package org.dashdot.signal;

/** Takes raw deliveries of what listens by itself; implemented by the intake. */
public interface Door {

  /**
   * Takes a delivery in. What cannot be read is kept as rejected.
   *
   * @return whether it was committed; false when it cannot be taken now: wait, and bring it again
   */
  boolean take(String integration, Delivery delivery);
}

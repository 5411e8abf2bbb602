package org.dashdot.shared;

import java.io.IOException;

/**
 * Somebody elsewhere who expects to hear of dash-dot every minute, and raises the alarm when it
 * does not: what is dead cannot say so itself.
 */
public interface OutsideWatch {

  /** Whether there is one. */
  boolean expects();

  /**
   * Says that all is well. Called outside any transaction.
   *
   * @throws IOException when it could not be said; its message is a sentence's end for people
   */
  void alive() throws IOException;
}

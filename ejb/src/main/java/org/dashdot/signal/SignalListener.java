package org.dashdot.signal;

import java.util.concurrent.ThreadFactory;

/** Listens on sockets of its own, as long as the doors are open. */
public interface SignalListener {

  /**
   * Begins to listen; never fails: what it cannot do it shows as a blind spot.
   *
   * @param threads the server's
   */
  void start(Door door, ThreadFactory threads);

  /** Takes nothing any more; returns soon. */
  void stop();
}

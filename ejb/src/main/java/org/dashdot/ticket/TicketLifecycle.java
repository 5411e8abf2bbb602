package org.dashdot.ticket;

/**
 * The process that drives each ticket; joins the caller's transaction. Implemented over the engine.
 */
public interface TicketLifecycle {

  /** Starts the process of a ticket that was just stored. */
  void start(TicketNumber number);

  /** Tells the process; returns false when it does not wait for this message (any more). */
  boolean tell(TicketNumber number, LifecycleMessage.Kind message);
}

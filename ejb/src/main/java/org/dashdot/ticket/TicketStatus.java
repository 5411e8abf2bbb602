package org.dashdot.ticket;

import java.util.Set;

/** Where a ticket stands for everybody who only glances at it. */
public enum TicketStatus {
  /** Nobody has taken it. */
  OPEN,
  /** Somebody works on it. */
  ACKNOWLEDGED,
  /** The condition is gone; it must stay gone for a while. */
  CLEARED,
  /** Gone for good, as far as anybody knows; firing again within the reopen window reopens it. */
  RESOLVED,
  CLOSED;

  /** What the dot counts. */
  static final Set<TicketStatus> BURNING = Set.of(OPEN, ACKNOWLEDGED);

  /** Counted in the dot. */
  public boolean burning() {
    return BURNING.contains(this);
  }
}

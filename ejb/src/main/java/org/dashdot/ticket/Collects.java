package org.dashdot.ticket;

/** Why a ticket holds what would otherwise be many tickets. */
public enum Collects {
  /** What a silence or a maintenance window suppresses; nobody works on it. */
  WINDOW,
  /** What came in a storm; its owner works on it. */
  STORM,
  /** One alert of many hosts; its owner works on it. */
  SPREAD
}

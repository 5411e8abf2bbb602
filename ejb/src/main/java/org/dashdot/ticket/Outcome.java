package org.dashdot.ticket;

/** How a ticket ended. */
public enum Outcome {
  /** A person found cause and response. */
  RESOLVED,
  /** It went away before anybody touched it. */
  CLEARED_BY_ITSELF,
  /** The check was wrong, the work expected, or it was a test. */
  FALSE_POSITIVE,
  /** Another ticket carries on. */
  MERGED,
  /** It collected for a silence or a maintenance window, which ended. */
  WINDOW_OVER
}

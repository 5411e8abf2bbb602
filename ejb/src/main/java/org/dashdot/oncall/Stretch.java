package org.dashdot.oncall;

import java.time.Instant;

/** A time from one moment until before another. */
public record Stretch(Instant from, Instant until) {

  public boolean covers(Instant moment) {
    return !moment.isBefore(from) && moment.isBefore(until);
  }

  public boolean meets(Instant otherFrom, Instant otherUntil) {
    return from.isBefore(otherUntil) && until.isAfter(otherFrom);
  }
}

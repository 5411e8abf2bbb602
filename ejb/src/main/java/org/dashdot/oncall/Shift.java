package org.dashdot.oncall;

import java.time.Duration;
import java.time.Instant;

/**
 * A time in which one person is on duty, or nobody.
 *
 * @param person the id; null: nobody, which is a gap
 * @param override the id of the override that makes it so; null when it is a turn
 */
public record Shift(Instant from, Instant until, Long person, Long override) {

  public boolean gap() {
    return person == null;
  }

  public boolean covers(Instant moment) {
    return !moment.isBefore(from) && moment.isBefore(until);
  }

  public Duration length() {
    return Duration.between(from, until);
  }
}

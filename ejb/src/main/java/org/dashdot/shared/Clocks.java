package org.dashdot.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;

/** Gives every room the one clock. It ticks in microseconds, as both databases return. */
@ApplicationScoped
public class Clocks {

  @Produces
  Clock utc() {
    return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
  }
}

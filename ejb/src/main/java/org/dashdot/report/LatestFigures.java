package org.dashdot.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.dashdot.shared.Remembered;

/**
 * The figures over many tickets, which are the same for everybody. Among few tickets they are
 * always worked out anew; among very many they may be some minutes old, so that no page waits for
 * them more often than once in a while.
 */
@ApplicationScoped
public class LatestFigures {

  private final Remembered<List<Reports.ClassRow>> classes = remembered();
  private final Remembered<List<Reports.Day>> trend = remembered();
  private final Remembered<List<Reports.TeamRow>> teams = remembered();
  private final Remembered<Reports.Times> times = remembered();

  private static <T> Remembered<T> remembered() {
    return new Remembered<>(Duration.ofMillis(40), 100, Duration.ofMinutes(5));
  }

  Remembered<List<Reports.ClassRow>> classes() {
    return classes;
  }

  Remembered<List<Reports.Day>> trend() {
    return trend;
  }

  Remembered<List<Reports.TeamRow>> teams() {
    return teams;
  }

  Remembered<Reports.Times> times() {
    return times;
  }
}

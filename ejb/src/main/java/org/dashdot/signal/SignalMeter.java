package org.dashdot.signal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.dashdot.signal.SignalCounts.Count;

/**
 * Counts what is reported anew. It is written from time to time, so that counting costs intake
 * nothing; what a crash loses are the marks of some seconds, never a signal.
 */
@ApplicationScoped
public class SignalMeter {

  private record Mark(Instant minute, Severity severity) {}

  @Inject SignalCounts counts;
  @Inject Clock clock;

  private final Map<Mark, Long> waiting = new ConcurrentHashMap<>();

  /** One signal with news. */
  public void count(Severity severity) {
    waiting.merge(
        new Mark(clock.instant().truncatedTo(ChronoUnit.MINUTES), severity), 1L, Long::sum);
  }

  /** Writes what was counted. */
  public void beat() {
    List<Count> taken = new ArrayList<>();
    for (Mark mark : waiting.keySet()) {
      taken.add(new Count(mark.minute(), mark.severity(), waiting.remove(mark)));
    }
    if (!taken.isEmpty()) {
      counts.add(taken);
    }
  }
}

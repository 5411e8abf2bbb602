package org.dashdot.signal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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

  /** What this node counted and did not write yet, so that the newest is seen at once. */
  public List<Count> waiting() {
    return listed(Map.copyOf(waiting));
  }

  /** Writes what was counted; what cannot be written waits for the next time. */
  public void beat() {
    Map<Mark, Long> taken = Map.copyOf(waiting);
    if (!taken.isEmpty()) {
      counts.add(listed(taken));
      taken.forEach(
          (mark, written) ->
              waiting.computeIfPresent(
                  mark, (same, all) -> all.equals(written) ? null : all - written));
    }
  }

  private static List<Count> listed(Map<Mark, Long> marks) {
    return marks.entrySet().stream()
        .map(e -> new Count(e.getKey().minute(), e.getKey().severity(), e.getValue()))
        .toList();
  }
}

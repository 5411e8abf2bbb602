package org.dashdot.check;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.dashdot.shared.Settings;
import org.dashdot.signal.Reading;
import org.dashdot.signal.Source;

/**
 * What was measured and logged in the last day, so that a check can be tried before it counts. Kept
 * as well as can be: it is written from time to time, outside of what an answer promises, and what
 * comes faster than it can be written is left out.
 */
@ApplicationScoped
public class Window {

  private static final Duration GATHERED = Duration.ofSeconds(20);
  private static final int BLOCK = 2_000;
  private static final int MOST_WAITING = 20_000;
  private static final int MOST_BLOCKS = 500;

  private static final class Waiting {
    private final List<Observed> all = new ArrayList<>();
    private int entries;

    synchronized void add(Observed observed) {
      if (entries + observed.size() <= MOST_WAITING) {
        all.add(observed);
        entries += observed.size();
      }
    }

    synchronized List<Observed> takeDue(Instant now) {
      if (all.isEmpty() || entries < BLOCK && all.get(0).at().plus(GATHERED).isAfter(now)) {
        return List.of();
      }
      return take();
    }

    synchronized List<Observed> take() {
      List<Observed> taken = List.copyOf(all);
      all.clear();
      entries = 0;
      return taken;
    }
  }

  @Inject ObservedBlocks blocks;
  @Inject Settings settings;
  @Inject Clock clock;

  private final Map<Long, Waiting> waiting = new ConcurrentHashMap<>();
  private Instant trimmedAt = Instant.EPOCH;

  /** Keeps what a source measured and logged. */
  public void add(Source source, Reading reading) {
    if (!reading.samples().isEmpty() || !reading.lines().isEmpty()) {
      waiting
          .computeIfAbsent(source.id(), id -> new Waiting())
          .add(new Observed(clock.instant(), reading.samples(), reading.lines()));
    }
  }

  /** Writes what has been gathered for long enough, and throws away what is too old. */
  public synchronized void beat() {
    Instant now = clock.instant();
    waiting.forEach((source, gathered) -> write(source, gathered.takeDue(now)));
    if (trimmedAt.plus(GATHERED.multipliedBy(10)).isBefore(now)) {
      trimmedAt = now;
      blocks.trim(
          now.minus(settings.duration("check.window")),
          (long) settings.number("check.window-megabytes") << 20);
    }
  }

  private void write(Long source, List<Observed> gathered) {
    if (!gathered.isEmpty()) {
      blocks.keep(source, gathered);
    }
  }

  /**
   * Tells what came from a source since then, the oldest first; of very much the newest part. Only
   * one block at a time is in memory.
   */
  void replay(Long source, Instant from, Consumer<Observed> each) {
    Waiting gathered = waiting.get(source);
    if (gathered != null) {
      write(source, gathered.take());
    }
    for (Long block : blocks.since(source, from, MOST_BLOCKS)) {
      blocks.read(block).stream().filter(o -> !o.at().isBefore(from)).forEach(each);
    }
  }
}

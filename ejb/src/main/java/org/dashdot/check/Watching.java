package org.dashdot.check;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.dashdot.shared.BlindSpot;
import org.dashdot.shared.Settings;
import org.dashdot.signal.Reading;
import org.dashdot.signal.Signal;
import org.dashdot.signal.Source;

/**
 * The checks in force at work on every source. Each node judges what came to it; sources are judged
 * one reading at a time, so that what follows is stored in the order in which it was said.
 */
@ApplicationScoped
public class Watching implements BlindSpot {

  /** The checks in force, and the state of the table that they are. */
  private record InForce(long state, List<CheckInUse> checks) {}

  /** A source with its evaluator; whoever uses it holds its lock. */
  private static final class Watched {

    private final Source source;
    private final Evaluator evaluator;
    private long state = -1;

    Watched(Source source, Evaluator evaluator) {
      this.source = source;
      this.evaluator = evaluator;
    }

    Source source() {
      return source;
    }

    Evaluator evaluator() {
      return evaluator;
    }

    void use(InForce now, Instant at) {
      if (state != now.state()) {
        evaluator.use(now.checks(), at);
        state = now.state();
      }
    }
  }

  /** What came so long ago is expected to come again after a start. */
  private static final Duration RECALLED = Duration.ofMinutes(15);

  @Inject Checks checks;
  @Inject Window window;
  @Inject StillBurning burning;
  @Inject Settings settings;
  @Inject Clock clock;

  private final Map<Long, Watched> sources = new ConcurrentHashMap<>();
  private volatile InForce inForce;

  /**
   * Judges what a source measured and logged.
   *
   * @param store is given the signals that follow, if there are any; when it fails, what was judged
   *     counts as not said, so that the sender's next try or the next value says it
   */
  public void judge(Source source, Reading reading, Consumer<List<Signal>> store) {
    if (reading.samples().isEmpty() && reading.lines().isEmpty()) {
      return;
    }
    Watched watched = sources.computeIfAbsent(source.id(), id -> watched(source));
    synchronized (watched) {
      List<Signal> signals = watched.evaluator().evaluate(reading, clock.instant());
      say(watched, reading, signals, store);
    }
  }

  private void say(
      Watched watched, Reading reading, List<Signal> signals, Consumer<List<Signal>> store) {
    if (signals.isEmpty()) {
      return;
    }
    boolean stored = false;
    try {
      store.accept(signals);
      stored = true;
    } finally {
      if (!stored) {
        watched.evaluator().undo(reading, signals, clock.instant());
      }
    }
  }

  /** What passed without a word: takes up changed checks, and finds what is missing or over. */
  public void beat(Store store) {
    refresh();
    for (Watched watched : sources.values()) {
      synchronized (watched) {
        List<Signal> signals = watched.evaluator().passed(clock.instant());
        say(watched, Reading.of(List.of(), List.of()), signals, s -> store.of(watched.source(), s));
      }
    }
  }

  /** Takes the signals of a source. */
  public interface Store {

    void of(Source source, List<Signal> signals);
  }

  private void refresh() {
    InForce now = inForce();
    for (Watched watched : sources.values()) {
      synchronized (watched) {
        watched.use(now, clock.instant());
      }
    }
  }

  private InForce inForce() {
    long newest = checks.state();
    InForce known = inForce;
    if (known == null || known.state() != newest) {
      known = new InForce(newest, checks.inUse());
      inForce = known;
    }
    return known;
  }

  private Watched watched(Source source) {
    Evaluator evaluator =
        new Evaluator(
            source.integration(),
            name -> burning.burning(source.id(), name),
            settings.of(source.name()).duration("check.lasts"));
    Watched watched = new Watched(source, evaluator);
    Instant now = clock.instant();
    watched.use(inForce(), now);
    window.replay(source.id(), now.minus(RECALLED), evaluator::recall);
    return watched;
  }

  @Override
  public List<String> blind() {
    return sources.values().stream()
        .filter(watched -> watched.evaluator().full())
        .map(
            watched ->
                watched.source().name()
                    + " has more than "
                    + Evaluator.MOST_SERIES
                    + " series under checks")
        .toList();
  }
}

package org.dashdot.check;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.dashdot.signal.Labels;
import org.dashdot.signal.LogLine;
import org.dashdot.signal.Reading;
import org.dashdot.signal.Sample;
import org.dashdot.signal.Signal;

/**
 * The checks of one source at work on what it says, in the order in which it comes. What it
 * remembers is bounded; what it forgets by a restart it asks the store. One call at a time.
 */
final class Evaluator {

  static final int MOST_SERIES = 50_000;

  /**
   * A series that did not come for so long is forgotten, one that should be missed only after a
   * week, and none that burns.
   */
  private static final Duration FORGOTTEN = Duration.ofHours(1);

  private static final Duration MISSED = Duration.ofDays(7);

  private record Series(CheckInUse check, Labels labels) {}

  private final String integration;
  private final Function<String, List<Labels>> burning;
  private final Duration lasts;
  private final Map<Series, MetricWatch> values = new HashMap<>();
  private final Map<CheckInUse, LogWatch> logs = new LinkedHashMap<>();
  private final Map<CheckInUse, Set<Labels>> before = new HashMap<>();
  private final Context context = new Context();
  private Map<String, List<CheckInUse>> byMetric = Map.of();
  private final Heard measuring = new Heard();
  private final Heard logging = new Heard();
  private volatile boolean full;

  /**
   * @param burning the labels of what burns under a name, asked once for each check
   * @param lasts how long a raised value holds without another one
   */
  Evaluator(String integration, Function<String, List<Labels>> burning, Duration lasts) {
    this.integration = integration;
    this.burning = burning;
    this.lasts = lasts;
  }

  /**
   * Other checks from now on; what is remembered under those that are the same stays. Changes
   * nothing when the store cannot be asked.
   */
  void use(Collection<CheckInUse> checks, Instant now) {
    Map<CheckInUse, Set<Labels>> burns = new HashMap<>();
    for (CheckInUse check : checks) {
      if (check.check().scope().concerns(integration)) {
        Set<Labels> known = before.get(check);
        burns.put(check, known == null ? new HashSet<>(burning.apply(check.name())) : known);
      }
    }
    Map<String, List<CheckInUse>> metrics = new HashMap<>();
    values.keySet().removeIf(series -> !burns.containsKey(series.check()));
    logs.keySet().removeIf(check -> !burns.containsKey(check));
    burns.forEach(
        (check, labels) -> {
          boolean fresh = !before.containsKey(check);
          if (check.check().metric() == null) {
            logs.computeIfAbsent(check, c -> new LogWatch(c.check(), labels, now));
          } else {
            metrics
                .computeIfAbsent(check.check().metric().metric(), m -> new ArrayList<>())
                .add(check);
            if (fresh) {
              labels.forEach(one -> stillMissing(check, one, now));
            }
          }
        });
    before.clear();
    before.putAll(burns);
    byMetric = metrics;
  }

  /** What came before a start is missed if it does not come again. */
  void recall(Observed observed) {
    for (Sample sample : observed.samples()) {
      for (CheckInUse check : byMetric.getOrDefault(sample.metric(), List.of())) {
        if (check.check().metric().absent() != null
            && check.check().scope().covers(sample.labels())) {
          watch(check, sample, observed.at()).ifPresent(w -> w.cameBefore(observed.at()));
        }
      }
    }
  }

  /** What was missing before a start is missing until it comes. */
  private void stillMissing(CheckInUse check, Labels burning, Instant now) {
    Duration absent = check.check().metric().absent();
    if (absent != null) {
      Labels series = check.check().seen(burning);
      values.putIfAbsent(
          new Series(check, identifying(check.check(), series)),
          new MetricWatch(check.check(), series, true, now.minus(absent)));
    }
  }

  /** The signals that follow from the values and lines of a reading. */
  List<Signal> evaluate(Reading reading, Instant now) {
    Map<Labels, List<Signal>> signals = new LinkedHashMap<>();
    for (Sample sample : reading.samples()) {
      measuring.spoke(sample.labels().host().orElse(""), now);
      measured(arrived(sample, now), now).forEach(signal -> add(signals, signal));
    }
    for (LogLine line : reading.lines()) {
      logging.spoke(line.host(), now);
      logged(line, now).forEach(signal -> add(signals, signal));
    }
    return signals.values().stream().flatMap(List::stream).toList();
  }

  /** A sender whose clock is fast would otherwise not be believed when it has been set right. */
  private static Sample arrived(Sample sample, Instant now) {
    return sample.at().isAfter(now)
        ? new Sample(sample.metric(), sample.labels(), sample.value(), now)
        : sample;
  }

  /** Of one condition only the last word and the change before it. */
  private static void add(Map<Labels, List<Signal>> signals, Signal signal) {
    List<Signal> said = signals.computeIfAbsent(signal.labels(), l -> new ArrayList<>());
    if (said.size() >= 2) {
      said.remove(0);
    }
    said.add(signal);
  }

  private List<Signal> measured(Sample sample, Instant now) {
    List<Signal> signals = new ArrayList<>();
    for (CheckInUse check : byMetric.getOrDefault(sample.metric(), List.of())) {
      if (check.check().scope().covers(sample.labels())) {
        watch(check, sample, now)
            .flatMap(watch -> watch.seen(sample, now, lasts))
            .ifPresent(signals::add);
      }
    }
    return signals;
  }

  private Optional<MetricWatch> watch(CheckInUse check, Sample sample, Instant now) {
    Series series = new Series(check, identifying(check.check(), sample.labels()));
    MetricWatch known = values.get(series);
    if (known == null && values.size() >= MOST_SERIES) {
      full = true;
      return Optional.empty();
    }
    if (known == null) {
      boolean burns = before.get(check).remove(check.check().identity(sample.labels()));
      known = new MetricWatch(check.check(), sample.labels(), burns, now);
      values.put(series, known);
    }
    return Optional.of(known);
  }

  /** Where a check names the labels that identify, all series that share them are one. */
  private static Labels identifying(Check check, Labels labels) {
    return check.by() == null ? labels : check.identity(labels);
  }

  private List<Signal> logged(LogLine line, Instant now) {
    List<Signal> signals = new ArrayList<>();
    if (!context.isNew(line)) {
      return signals;
    }
    Labels labels = line.labels();
    Collection<LogLine> lines = context.before(line);
    logs.forEach(
        (check, watch) -> {
          if (check.check().scope().covers(labels)) {
            watch.seen(line, lines, now).ifPresent(signals::add);
          }
        });
    context.add(line);
    return signals;
  }

  /** What follows from what did not come; also forgets what has not come for long. */
  List<Signal> passed(Instant now) {
    List<Signal> signals = new ArrayList<>();
    values.values().forEach(w -> w.passed(measuring, now, lasts).ifPresent(signals::add));
    logs.values().forEach(watch -> signals.addAll(watch.quiet(logging, now)));
    values
        .entrySet()
        .removeIf(
            e -> {
              boolean missed = e.getKey().check().check().metric().absent() != null;
              return !e.getValue().told().firing()
                  && e.getValue().cameAt().plus(missed ? MISSED : FORGOTTEN).isBefore(now);
            });
    full = full && values.size() >= MOST_SERIES;
    return signals;
  }

  /** What was said last could not be stored: the reading will come again, or the next one tells. */
  void undo(Reading reading, Collection<Signal> said, Instant now) {
    reading.lines().forEach(context::comesAgain);
    for (Signal signal : said) {
      values.values().stream()
          .map(MetricWatch::told)
          .filter(told -> told.identity().equals(signal.labels()))
          .forEach(Told::unsaid);
      logs.forEach(
          (check, watch) -> {
            if (check.name().equals(signal.labels().name())) {
              if (signal.firing()) {
                watch.unsaid(signal.labels());
              } else {
                watch.stillOwed(signal.labels(), now);
              }
            }
          });
    }
  }

  /** Whether there are more series than are watched. */
  boolean full() {
    return full;
  }
}

package org.dashdot.check;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.dashdot.shared.Settings;
import org.dashdot.signal.Sample;

/**
 * How hard the hardware works and how busy its users are, from whatever measures it. Each node
 * knows what came to it since it started.
 */
@ApplicationScoped
public class Vitals {

  private static final Duration FRESH = Duration.ofMinutes(5);
  private static final Duration REMEMBERED = Duration.ofHours(24);
  private static final Duration STEP = Duration.ofSeconds(30);
  private static final int MOST_SERIES = 20_000;

  @Inject Settings settings;
  @Inject Clock clock;

  private final Map<String, Sample> utilisation = new ConcurrentHashMap<>();
  private final Map<String, Rate> activity = new ConcurrentHashMap<>();
  private final Deque<Level> levels = new ArrayDeque<>();
  private volatile Map<String, Double> scales;
  private volatile List<String> counters;

  private record Rate(Sample last, double perSecond) {

    Rate next(Sample sample) {
      double seconds = Duration.between(last.at(), sample.at()).toMillis() / 1000.0;
      if (seconds <= 0) {
        return this;
      }
      // A counter that fell began anew.
      return new Rate(sample, Math.max(0, sample.value() - last.value()) / seconds);
    }
  }

  private record Level(Instant at, double perSecond) {}

  /** Takes what was measured. */
  public void measured(List<Sample> samples) {
    read();
    for (Sample sample : samples) {
      if (scales.containsKey(sample.metric())) {
        if (!sample.labels().get("cpu").filter(cpu -> !cpu.equals("cpu-total")).isPresent()) {
          keep(sample);
        }
      } else if (counters.contains(sample.metric())
          && (activity.size() < MOST_SERIES || activity.containsKey(key(sample)))) {
        activity.merge(key(sample), new Rate(sample, 0), (old, first) -> old.next(sample));
      }
    }
  }

  private void keep(Sample sample) {
    if (utilisation.size() < MOST_SERIES || utilisation.containsKey(key(sample))) {
      utilisation.put(key(sample), sample);
    }
  }

  private void read() {
    if (scales == null) {
      counters = Arrays.asList(settings.text("dot.activity").split(","));
      scales =
          Arrays.stream(settings.text("dot.utilisation").split(","))
              .map(part -> part.split("="))
              .collect(Collectors.toMap(part -> part[0], part -> Double.valueOf(part[1])));
    }
  }

  private static String key(Sample sample) {
    return sample.metric() + sample.labels().values();
  }

  /** The mean over all hosts that told it lately, 0 to 1; empty when none did. */
  public OptionalDouble utilisation() {
    Instant old = clock.instant().minus(FRESH);
    utilisation.values().removeIf(sample -> sample.at().isBefore(old));
    return utilisation.values().stream().mapToDouble(this::share).average();
  }

  private double share(Sample sample) {
    double scale = scales.get(sample.metric());
    double share = scale < 0 ? 1 + sample.value() / scale : sample.value() / scale;
    return Math.min(1, Math.max(0, share));
  }

  /** What users ask for now against the most of the last 24 hours, 0 to 1; empty when unknown. */
  public synchronized OptionalDouble activity() {
    Instant now = clock.instant();
    activity.values().removeIf(rate -> rate.last().at().isBefore(now.minus(FRESH)));
    if (activity.isEmpty()) {
      return OptionalDouble.empty();
    }
    double sum = activity.values().stream().mapToDouble(Rate::perSecond).sum();
    if (levels.isEmpty() || levels.getLast().at().plus(STEP).isBefore(now)) {
      levels.addLast(new Level(now, sum));
      while (levels.getFirst().at().isBefore(now.minus(REMEMBERED))) {
        levels.removeFirst();
      }
    }
    double most = levels.stream().mapToDouble(Level::perSecond).max().orElse(0);
    return OptionalDouble.of(most <= 0 ? 0 : Math.min(1, sum / Math.max(most, sum)));
  }
}

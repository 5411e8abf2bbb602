package org.dashdot.check;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.dashdot.signal.Labels;
import org.dashdot.signal.Sample;
import org.dashdot.signal.Signal;

/** One series under one check: what it was, and whether it is beyond its level. Not thread-safe. */
final class MetricWatch {

  private static final int REMEMBERED = 60;
  private static final double NANOS = 1e9;

  private final Check check;
  private final Labels series;
  private final Told told;
  private final Deque<Sample> lately = new ArrayDeque<>();
  private Instant cameAt;
  private Instant beyondSince;

  /**
   * @param burns whether it burns from before this watch began
   */
  MetricWatch(Check check, Labels series, boolean burns, Instant now) {
    this.check = check;
    this.series = series;
    this.told = new Told(check.identity(series), burns);
    this.cameAt = now;
  }

  Told told() {
    return told;
  }

  /** When a value arrived last, by our own clock. */
  Instant cameAt() {
    return cameAt;
  }

  /**
   * What this value says: it fires, it is over, or nothing. A value that is not newer than the last
   * one was brought again and says nothing.
   *
   * @param lasts how long a raised one holds without another value
   */
  Optional<Signal> seen(Sample sample, Instant now, Duration lasts) {
    Sample before = lately.peekLast();
    if (before != null && !sample.at().isAfter(before.at())) {
      return Optional.empty();
    }
    cameAt = now;
    lately.addLast(sample);
    if (lately.size() > REMEMBERED) {
      lately.removeFirst();
    }
    if (check.metric().absent() != null) {
      return told.ends(words(sample.value()), now);
    }
    OptionalDouble value = value(before, sample);
    return value.isEmpty()
        ? Optional.empty()
        : judged(value.getAsDouble(), sample.at(), now, lasts);
  }

  /** Empty for a counter's first value, and for one that fell: it began anew, nobody knows when. */
  private OptionalDouble value(Sample before, Sample sample) {
    if (!check.metric().counter()) {
      return OptionalDouble.of(sample.value());
    }
    if (before == null || sample.value() < before.value()) {
      return OptionalDouble.empty();
    }
    double seconds = Duration.between(before.at(), sample.at()).toNanos() / NANOS;
    return OptionalDouble.of((sample.value() - before.value()) / seconds);
  }

  private Optional<Signal> judged(double value, Instant at, Instant now, Duration lasts) {
    MetricCondition condition = check.metric();
    if (condition.cleared(value)) {
      beyondSince = null;
      return told.ends(words(value), now);
    }
    if (!told.firing()) {
      if (!condition.raised(value)) {
        beyondSince = null;
        return Optional.empty();
      }
      beyondSince = beyondSince == null ? earlier(at, now) : beyondSince;
      if (at.isBefore(beyondSince.plus(condition.holds()))) {
        return Optional.empty();
      }
    }
    return told.fires(words(value), beyondSince, now, now.plus(lasts));
  }

  /** A sender whose clock is fast does not make things begin in the future. */
  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  /** A value came before this watch began. */
  void cameBefore(Instant at) {
    cameAt = at;
  }

  /**
   * What follows from no value: it has been missing for too long, or it burns on since its host
   * says nothing. What is no longer measured by a host that speaks ends by itself.
   *
   * @param heard when the source and its hosts spoke
   */
  Optional<Signal> passed(Heard heard, Instant now, Duration lasts) {
    Duration absent = check.metric().absent();
    boolean goesOn =
        absent == null
            ? told.firing() && heard.silent(series.host().orElse(""), now)
            : missing(absent, heard, now);
    if (!goesOn) {
      return Optional.empty();
    }
    double last = lately.isEmpty() ? 0 : lately.peekLast().value();
    Instant since = absent == null ? beyondSince : cameAt;
    return told.fires(words(last), since, now, now.plus(lasts));
  }

  /** Whoever was silent with all others must be given time to come back with them. */
  private boolean missing(Duration absent, Heard heard, Instant now) {
    return !now.isBefore(cameAt.plus(absent))
        && (told.firing() ? heard.speaks(now) : heard.steadily(absent, now));
  }

  private Told.Words words(double value) {
    return new Told.Words() {
      @Override
      public Labels annotations() {
        return check.annotations(series, number(value));
      }

      @Override
      public String raw() {
        return Kept.series(check.metric().metric(), series, lately);
      }
    };
  }

  private static String number(double value) {
    double size = Math.abs(value);
    if (value == Math.rint(value) && size < 1e15) {
      return String.format(Locale.ROOT, "%.0f", value);
    }
    return String.format(Locale.ROOT, size < 1 ? "%.3f" : size < 10 ? "%.1f" : "%.0f", value);
  }
}

package org.dashdot.check;

import java.time.Duration;

/**
 * When a measured value is an imperfection: beyond a level, or when it no longer comes.
 *
 * @param metric its name, in its source's words
 * @param above whether more is worse
 * @param raise from this value on it is one
 * @param clear on this side of it, it is none any more; from there to {@code raise} it stays what
 *     it was
 * @param holds how long it must be beyond {@code raise} first; zero for at once
 * @param counter the value only grows: its growth a second is meant
 * @param absent instead of a level: for how long it must not have come, while others of its source
 *     did; null for a level
 */
public record MetricCondition(
    String metric,
    boolean above,
    double raise,
    double clear,
    Duration holds,
    boolean counter,
    Duration absent) {

  /** As in a sentence. */
  String words() {
    if (absent != null) {
      return metric + " does not come for " + spell(absent);
    }
    return metric
        + (counter ? " a second" : "")
        + (above ? " ≥ " : " ≤ ")
        + number(raise)
        + (holds.isZero() ? "" : " for " + spell(holds))
        + "; over "
        + (above ? "below " : "above ")
        + number(clear);
  }

  static String spell(Duration duration) {
    if (duration.toSeconds() % 60 != 0) {
      return duration.toSeconds() + " s";
    }
    return duration.toMinutes() >= 60 && duration.toMinutes() % 60 == 0
        ? duration.toHours() + " h"
        : duration.toMinutes() + " min";
  }

  private static String number(double value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }

  boolean raised(double value) {
    return above ? value >= raise : value <= raise;
  }

  boolean cleared(double value) {
    return above ? value < clear : value > clear;
  }
}

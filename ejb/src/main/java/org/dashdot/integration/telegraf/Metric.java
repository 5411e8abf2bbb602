package org.dashdot.integration.telegraf;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.dashdot.signal.Undecodable;

/**
 * What Telegraf measured of one thing at one time.
 *
 * @param numbers finite; booleans are 0 and 1
 * @param at in microseconds
 */
record Metric(
    String name,
    Map<String, String> tags,
    Map<String, Double> numbers,
    Map<String, String> texts,
    Instant at) {

  private static final long NANOS = 1_000_000_000L;

  /**
   * @throws Undecodable when it lies before 1970
   */
  static Instant time(long nanos) {
    if (nanos < 0) {
      throw new Undecodable("its time is before 1970: " + nanos);
    }
    try {
      return Instant.ofEpochSecond(nanos / NANOS, nanos % NANOS).truncatedTo(ChronoUnit.MICROS);
    } catch (DateTimeException e) {
      throw new Undecodable("its time is no time: " + nanos, e);
    }
  }
}

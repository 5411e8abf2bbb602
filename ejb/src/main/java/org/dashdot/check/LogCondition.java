package org.dashdot.check;

import com.google.re2j.Pattern;
import java.time.Duration;
import org.dashdot.signal.LogLine;

/**
 * When a logged line is an imperfection.
 *
 * @param message must be found in the line; its named groups identify the imperfection
 * @param application must match the whole name of the program; null for any
 * @param facility the line's facility (RFC 5424); null for any
 * @param leastSevere the line's severity must be this or a more severe one (RFC 5424: a smaller
 *     number)
 * @param over a line in which this is found says that it is over; null when none does
 * @param quiet so long without such a line while others came, and it is over
 * @param times so many lines within {@code within} make one; 1 for the first
 */
public record LogCondition(
    Pattern message,
    Pattern application,
    Integer facility,
    int leastSevere,
    Pattern over,
    Duration quiet,
    int times,
    Duration within) {

  /** As in a sentence. */
  String words() {
    return (times > 1
            ? times + " such lines within " + MetricCondition.spell(within)
            : "such a line")
        + (over == null ? "" : "; over when a line says so")
        + "; over after "
        + MetricCondition.spell(quiet)
        + " without";
  }

  boolean concerns(LogLine line) {
    return line.severity() <= leastSevere
        && (facility == null || facility == line.facility())
        && (application == null || application.matches(line.application()));
  }
}

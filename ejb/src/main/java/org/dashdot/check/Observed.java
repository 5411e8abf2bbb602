package org.dashdot.check;

import java.time.Instant;
import java.util.List;
import org.dashdot.signal.LogLine;
import org.dashdot.signal.Sample;

/**
 * What a source measured and logged in one go.
 *
 * @param at when it arrived
 */
public record Observed(Instant at, List<Sample> samples, List<LogLine> lines) {

  /** How many values and lines. */
  public int size() {
    return samples.size() + lines.size();
  }
}

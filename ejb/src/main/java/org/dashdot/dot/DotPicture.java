package org.dashdot.dot;

import java.time.Instant;
import java.util.List;
import org.dashdot.signal.Severity;
import org.dashdot.ticket.Dot;

/**
 * Everything that is drawn.
 *
 * @param muted how many silences and maintenance windows are in force
 * @param motes at most {@link DotPictures#MOST_MOTES}: all high tickets, then the oldest
 * @param rim what was reported anew in the last 24 hours
 * @param activity what users ask for against the most of the last 24 hours, 0 to 1; null when no
 *     source tells
 * @param utilisation how hard the hardware works, 0 to 1; null when no source tells
 */
public record DotPicture(
    Dot dot,
    List<String> onDuty,
    int muted,
    List<Cell> ring,
    List<Mote> motes,
    List<Tick> rim,
    Double activity,
    Double utilisation) {

  /**
   * How much of one severity was reported anew within a minute of the last hour, five minutes of
   * the last six hours, a quarter of an hour before that.
   *
   * @param begin of these minutes
   */
  public record Tick(Instant begin, Severity severity, long times) {}
}

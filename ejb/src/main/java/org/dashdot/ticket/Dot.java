package org.dashdot.ticket;

import java.time.Instant;
import java.util.List;

/**
 * The state of everything, by one rule. Counts are of tickets that are open and not cleared.
 *
 * @param waiting low tickets that wait for a person now
 * @param blind what the dot cannot see; with any of it the dot is never plain green
 * @param notes what hides nothing, but whoever looks should know
 */
public record Dot(
    Look look,
    List<String> blind,
    List<String> notes,
    int high,
    int low,
    int unassigned,
    int overdue,
    int waiting,
    Instant asOf) {

  /** What the disc shows. */
  public enum Look {
    GREEN,
    DOTS,
    RED
  }

  /** What the rule looks at. */
  public record Counts(int high, int low, int unassigned, int overdue, int waiting) {}

  /**
   * Red when two or more are high; dots when one is, or there is plenty to do, or a ticket is
   * nobody's or overdue; else green.
   *
   * @param plenty how many waiting low tickets are plenty
   */
  public static Dot of(
      Counts counts, int plenty, List<String> blind, List<String> notes, Instant asOf) {
    return new Dot(
        look(counts, plenty),
        List.copyOf(blind),
        List.copyOf(notes),
        counts.high(),
        counts.low(),
        counts.unassigned(),
        counts.overdue(),
        counts.waiting(),
        asOf);
  }

  static Look look(Counts counts, int plenty) {
    if (counts.high() >= 2) {
      return Look.RED;
    }
    boolean plentyToDo =
        counts.waiting() >= plenty || counts.unassigned() > 0 || counts.overdue() > 0;
    return counts.high() == 1 || plentyToDo ? Look.DOTS : Look.GREEN;
  }
}

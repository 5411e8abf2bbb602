package org.dashdot.term;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * How far the index is filled with tickets that are older than it, from the newest to the oldest.
 */
@Entity
@Table(name = "term_fill")
public class TermFill {

  /** There is one row. */
  public static final int ID = 1;

  @Id private int id;

  /** Tickets of this number and below are not in the index yet. */
  @Column(name = "up_to")
  private long upTo;

  protected TermFill() {}

  /** The highest number that is not in the index; 0 when all are. */
  public long upTo() {
    return upTo;
  }

  /** All from here on are in the index. */
  public void filledDownTo(long number) {
    upTo = number - 1;
  }
}

package org.dashdot.ticket;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** That an imperfection belongs to a ticket, since when, and why it was merged into it. */
@Entity
@Table(name = "ticket_imperfection")
public class TicketImperfection {

  @Id
  @SequenceGenerator(
      name = "ticket_imperfection_seq",
      sequenceName = "ticket_imperfection_seq",
      allocationSize = 50)
  @GeneratedValue(generator = "ticket_imperfection_seq")
  private Long id;

  @Column(name = "ticket_id")
  private Long ticketId;

  @Column(name = "imperfection_id")
  private Long imperfectionId;

  @Column(name = "joined_at")
  private Instant joinedAt;

  @Column(name = "cleared_at")
  private Instant clearedAt;

  /** Since when it belongs elsewhere; null while it belongs here. */
  @Column(name = "left_at")
  private Instant leftAt;

  private String why;

  /** Whether it asked for a high priority when it joined a storm. */
  private boolean high;

  protected TicketImperfection() {}

  TicketImperfection(
      Long ticketId, Long imperfectionId, Instant joinedAt, String why, boolean high) {
    this.ticketId = ticketId;
    this.imperfectionId = imperfectionId;
    this.joinedAt = joinedAt;
    this.why = shortened(why);
    this.high = high;
  }

  private static String shortened(String why) {
    return why.length() > 500 ? why.substring(0, 500) : why;
  }

  /** It belongs here again; one that never left keeps the reason of its first joining. */
  void joinAgain(String why) {
    clearedAt = null;
    if (leftAt != null) {
      leftAt = null;
      this.why = shortened(why);
    }
  }

  void left(Instant at) {
    leftAt = at;
  }

  void cleared(Instant at) {
    clearedAt = at;
  }

  public Long ticketId() {
    return ticketId;
  }

  public Long imperfectionId() {
    return imperfectionId;
  }

  String why() {
    return why;
  }
}

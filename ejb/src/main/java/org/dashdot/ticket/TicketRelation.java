package org.dashdot.ticket;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** That two tickets have to do with each other. */
@Entity
@Table(name = "ticket_relation")
public class TicketRelation {

  /** What the first ticket is to the other. */
  public enum Kind {
    RELATED("has to do with", "has to do with"),
    CAUSED_BY("was caused by", "caused"),
    SPLIT_FROM("was split from", "was split into");

    private final String said;
    private final String heard;

    Kind(String said, String heard) {
      this.said = said;
      this.heard = heard;
    }

    /** What the first one's page says of the other. */
    String said() {
      return said;
    }

    /** What the other's page says of the first one. */
    String heard() {
      return heard;
    }
  }

  @Id
  @SequenceGenerator(
      name = "ticket_relation_seq",
      sequenceName = "ticket_relation_seq",
      allocationSize = 50)
  @GeneratedValue(generator = "ticket_relation_seq")
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "ticket_id")
  private Ticket ticket;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "other_id")
  private Ticket other;

  @Enumerated(EnumType.STRING)
  private Kind kind;

  @Column(name = "made_at")
  private Instant madeAt;

  protected TicketRelation() {}

  TicketRelation(Ticket ticket, Ticket other, Kind kind, Instant madeAt) {
    this.ticket = ticket;
    this.other = other;
    this.kind = kind;
    this.madeAt = madeAt;
  }

  Ticket ticket() {
    return ticket;
  }

  Ticket other() {
    return other;
  }

  Kind kind() {
    return kind;
  }

  Instant madeAt() {
    return madeAt;
  }
}

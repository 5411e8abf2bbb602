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
import org.dashdot.access.Actor;

/** One line of a ticket's history; never changed. */
@Entity
@Table(name = "timeline_entry")
public class TimelineEntry {

  /** What happened. */
  public enum Kind {
    OPENED,
    JOINED,
    ROUTED,
    ASSIGNED,
    TOLD,
    NOT_TOLD,
    ESCALATED,
    REMINDED,
    HANDED_BACK,
    VIEWED,
    LOOKED,
    ACKNOWLEDGED,
    NOTE,
    PRIORITY,
    SNOOZED,
    EXPLAINED,
    CLEARED,
    FIRED_AGAIN,
    FLAPPING,
    STORM,
    UNCONFIRMED,
    CONFIRMED_OVER,
    RESOLVED,
    REVIEWED,
    FALSE_POSITIVE,
    MERGED,
    LINKED,
    CLOSED
  }

  @Id
  @SequenceGenerator(
      name = "timeline_entry_seq",
      sequenceName = "timeline_entry_seq",
      allocationSize = 50)
  @GeneratedValue(generator = "timeline_entry_seq")
  private Long id;

  @Column(name = "ticket_id")
  private Long ticketId;

  /**
   * Never asked for: that it is there tells Hibernate, which stores what is alike together, that a
   * new ticket comes before its entries, whatever entries of other tickets wait.
   */
  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "ticket_id", insertable = false, updatable = false)
  private Ticket ticket;

  @Column(name = "at")
  private Instant at;

  @Enumerated(EnumType.STRING)
  private Kind kind;

  private String actor;

  @Column(name = "person_id")
  private Long personId;

  private String origin;
  private String text;

  protected TimelineEntry() {}

  TimelineEntry(Ticket ticket, Instant at, Kind kind, Actor actor, String text) {
    this.ticket = ticket;
    this.ticketId = ticket.id();
    this.at = at;
    this.kind = kind;
    this.actor = actor.name();
    this.personId = actor.personId();
    this.origin = actor.origin();
    this.text = text.length() > 4000 ? text.substring(0, 4000) : text;
  }

  public Instant at() {
    return at;
  }

  public Kind kind() {
    return kind;
  }

  public String actor() {
    return actor;
  }

  /** Null for a token and the system. */
  public Long personId() {
    return personId;
  }

  public String origin() {
    return origin;
  }

  public String text() {
    return text;
  }
}

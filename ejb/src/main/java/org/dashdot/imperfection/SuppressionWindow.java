package org.dashdot.imperfection;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.dashdot.signal.Labels;

/**
 * A time in which what matches raises no ticket: a silence or a maintenance window, with reason,
 * author and end. Nothing is dropped: the window's own ticket collects it.
 */
@Entity
@Table(name = "suppression_window")
public class SuppressionWindow {

  /** What it is for. */
  public enum Kind {
    /** Known trouble that nobody needs to be told of for a while. */
    SILENCE,
    /** Planned work. */
    MAINTENANCE;

    /** As in a sentence. */
    public String words() {
      return this == SILENCE ? "silence" : "maintenance window";
    }
  }

  /** Where it stands, in Alertmanager's words. */
  public enum State {
    PENDING,
    ACTIVE,
    EXPIRED
  }

  @Id
  @SequenceGenerator(
      name = "suppression_window_seq",
      sequenceName = "suppression_window_seq",
      allocationSize = 1)
  @GeneratedValue(generator = "suppression_window_seq")
  private Long id;

  private String uuid;

  @Enumerated(EnumType.STRING)
  private Kind kind;

  private String matchers;

  @Column(name = "starts_at")
  private Instant startsAt;

  @Column(name = "ends_at")
  private Instant endsAt;

  private String author;
  private String reason;

  @Column(name = "ticket_id")
  private Long ticketId;

  @Column(name = "changed_at")
  private Instant changedAt;

  @Column(name = "gathered_at")
  private Instant gatheredAt;

  @Column(name = "released_at")
  private Instant releasedAt;

  protected SuppressionWindow() {}

  /** A new window; its ticket is told afterwards. */
  public SuppressionWindow(
      String uuid,
      Kind kind,
      Matchers matchers,
      Instant startsAt,
      Instant endsAt,
      String author,
      String reason,
      Instant now) {
    this.uuid = uuid;
    this.kind = kind;
    this.matchers = matchers.json().toString();
    this.startsAt = startsAt;
    this.endsAt = endsAt;
    this.author = author;
    this.reason = reason;
    this.changedAt = now;
  }

  /** The ticket that collects what it suppresses. */
  public void collectsOn(Long ticketId) {
    this.ticketId = ticketId;
  }

  /** It ends now; it never ends twice. */
  public void expire(Instant now) {
    if (endsAt.isAfter(now)) {
      endsAt = now;
      startsAt = startsAt.isAfter(now) ? now : startsAt;
      changedAt = now;
    }
  }

  /** What burnt already when it began is on its ticket. */
  public void gathered(Instant now) {
    gatheredAt = now;
  }

  /** What it held has gone its own way. */
  public void released(Instant now) {
    releasedAt = now;
  }

  public State state(Instant now) {
    if (!endsAt.isAfter(now)) {
      return State.EXPIRED;
    }
    return startsAt.isAfter(now) ? State.PENDING : State.ACTIVE;
  }

  public boolean covers(Labels labels, Instant now) {
    return state(now) == State.ACTIVE && matchers().match(labels);
  }

  public Long id() {
    return id;
  }

  /** What Alertmanager's API calls its id. */
  public String uuid() {
    return uuid;
  }

  public Kind kind() {
    return kind;
  }

  public Matchers matchers() {
    return Matchers.stored(matchers);
  }

  public Instant startsAt() {
    return startsAt;
  }

  public Instant endsAt() {
    return endsAt;
  }

  public String author() {
    return author;
  }

  public String reason() {
    return reason;
  }

  /** The number of the ticket that collects. */
  public Long ticketId() {
    return ticketId;
  }

  public Instant changedAt() {
    return changedAt;
  }

  /** Null until what burnt already when it began is on its ticket. */
  public Instant gatheredAt() {
    return gatheredAt;
  }

  /** Null until what it held has gone its own way. */
  public Instant releasedAt() {
    return releasedAt;
  }
}

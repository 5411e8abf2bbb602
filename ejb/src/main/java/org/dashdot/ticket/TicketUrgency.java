package org.dashdot.ticket;

import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import org.dashdot.signal.Severity;

/** How soon a ticket must be acted on, since when, and who has heard of it. */
@MappedSuperclass
public abstract class TicketUrgency extends TicketEnding {

  @Enumerated(EnumType.STRING)
  private Priority priority;

  /** The most urgent one that its imperfections ever asked for; a person may have set another. */
  @Enumerated(EnumType.STRING)
  @Column(name = "asked_priority")
  private Priority askedPriority;

  @Enumerated(EnumType.STRING)
  private Severity severity;

  @Column(name = "urgent_since")
  private Instant urgentSince;

  @Column(name = "escalation_level")
  private int escalationLevel;

  @Column(name = "handed_back")
  private int handedBack;

  @Column(name = "overdue_at")
  private Instant overdueAt;

  @Column(name = "snoozed_until")
  private Instant snoozedUntil;

  protected TicketUrgency() {}

  TicketUrgency(Ticket.Opening opening) {
    super(opening);
    this.severity = opening.severity();
    this.priority = Priority.P3;
    this.askedPriority = Priority.P4;
    this.urgentSince = opening.at();
  }

  /** Its first priority. */
  void urgent(Priority priority, Instant overdueAt) {
    this.priority = priority;
    this.askedPriority = priority;
    this.overdueAt = overdueAt;
  }

  /** Another priority; when it is a more urgent one, everybody's time to react begins anew. */
  void urgent(Priority priority, Instant overdueAt, Instant now) {
    if (priority.moreUrgentThan(this.priority)) {
      urgentAnew(now);
    }
    this.priority = priority;
    this.overdueAt = overdueAt;
  }

  /** From now on escalation counts from here. */
  void urgentAnew(Instant now) {
    urgentSince = now;
    escalationLevel = 0;
    snoozedUntil = null;
  }

  /**
   * Its imperfections ask for this priority; returns whether they never asked for so urgent a one.
   */
  boolean asks(Priority priority) {
    boolean more = priority.moreUrgentThan(askedPriority);
    if (more) {
      askedPriority = priority;
    }
    return more;
  }

  /** It may take until then. */
  void overdueAt(Instant overdueAt) {
    this.overdueAt = overdueAt;
  }

  void snooze(Instant until) {
    this.snoozedUntil = until;
  }

  /** It is no longer put aside; returns false when it was not. */
  boolean wake() {
    boolean was = snoozedUntil != null;
    snoozedUntil = null;
    return was;
  }

  void worsen(Severity severity) {
    this.severity = this.severity.worse(severity);
  }

  void countHandBack() {
    handedBack++;
  }

  void escalated(int level) {
    this.escalationLevel = level;
  }

  public Priority priority() {
    return priority;
  }

  /** Whether it is high, or its imperfections ever asked for that. */
  public boolean everHigh() {
    return priority.high() || askedPriority.high();
  }

  public Severity severity() {
    return severity;
  }

  /** When it opened, burnt again, or became more urgent, whichever was last. */
  public Instant urgentSince() {
    return urgentSince;
  }

  /** How often it was taken from somebody who acknowledged it and did nothing. */
  public int handedBack() {
    return handedBack;
  }

  public int escalationLevel() {
    return escalationLevel;
  }

  /** Until when its owner has put it aside; null when it is not. */
  public Instant snoozedUntil() {
    return snoozedUntil;
  }

  /** When it should have been resolved. */
  public Instant overdueAt() {
    return overdueAt;
  }
}

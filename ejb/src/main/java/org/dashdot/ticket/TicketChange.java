package org.dashdot.ticket;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import org.dashdot.access.Person;
import org.dashdot.access.Team;

/**
 * A ticket's last change by a person who may take it back: what was before, and what came of it.
 */
@Entity
@Table(name = "ticket_change")
public class TicketChange {

  /** What was done. */
  public enum Kind {
    HANDED_OVER,
    PRIORITISED,
    DISMISSED
  }

  @Id
  @Column(name = "ticket_id")
  private Long ticketId;

  @Column(name = "person_id")
  private Long personId;

  @Column(name = "changed_at")
  private Instant changedAt;

  @Enumerated(EnumType.STRING)
  private Kind kind;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "assignee_before")
  private Person assigneeBefore;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "team_before")
  private Team teamBefore;

  @Enumerated(EnumType.STRING)
  @Column(name = "priority_before")
  private Priority priorityBefore;

  @Column(name = "acknowledged_before")
  private boolean acknowledgedBefore;

  @Column(name = "assignee_after")
  private Long assigneeAfter;

  @Column(name = "team_after")
  private Long teamAfter;

  @Enumerated(EnumType.STRING)
  @Column(name = "priority_after")
  private Priority priorityAfter;

  protected TicketChange() {}

  TicketChange(Long ticketId) {
    this.ticketId = ticketId;
  }

  /** How a ticket stands before somebody changes it. */
  record Before(Person assignee, Team team, Priority priority, boolean acknowledged) {

    static Before of(Ticket ticket) {
      return new Before(
          ticket.assignee(), ticket.team(), ticket.priority(), ticket.acknowledgedAt() != null);
    }
  }

  void made(Kind kind, Before before, Ticket after, Long personId, Instant at) {
    this.kind = kind;
    this.personId = personId;
    this.changedAt = at;
    this.assigneeBefore = before.assignee();
    this.teamBefore = before.team();
    this.priorityBefore = before.priority();
    this.acknowledgedBefore = before.acknowledged();
    this.assigneeAfter = after.assignee() == null ? null : after.assignee().id();
    this.teamAfter = TicketDesk.team(after);
    this.priorityAfter = after.priority();
  }

  /** Whether nobody changed the same since. */
  boolean stands(Ticket ticket) {
    return switch (kind) {
      case PRIORITISED -> ticket.closedAt() == null && ticket.priority() == priorityAfter;
      case DISMISSED -> ticket.closedAt() != null && ticket.outcome() == Outcome.FALSE_POSITIVE;
      case HANDED_OVER ->
          ticket.closedAt() == null
              && Objects.equals(TicketDesk.team(ticket), teamAfter)
              && Objects.equals(
                  ticket.assignee() == null ? null : ticket.assignee().id(), assigneeAfter);
    };
  }

  boolean by(Long personId) {
    return this.personId.equals(personId);
  }

  Kind kind() {
    return kind;
  }

  /** How the ticket stood before; a later change is written over it. */
  Before before() {
    return new Before(assigneeBefore, teamBefore, priorityBefore, acknowledgedBefore);
  }

  Instant changedAt() {
    return changedAt;
  }
}

package org.dashdot.ticket;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import org.dashdot.access.Person;
import org.dashdot.access.Team;

/**
 * A human step that waits, mirrored from the engine in its own transaction; lists read only this.
 */
@Entity
@Table(name = "work_item")
public class WorkItem {

  @Id private String id;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "ticket_id")
  private Ticket ticket;

  @Column(name = "task_key")
  private String taskKey;

  private String name;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "assignee_id")
  private Person assignee;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "team_id")
  private Team team;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "due_at")
  private Instant dueAt;

  protected WorkItem() {}

  WorkItem(
      String id, Ticket ticket, String taskKey, String name, Instant createdAt, Instant dueAt) {
    this.id = id;
    this.ticket = ticket;
    this.taskKey = taskKey;
    this.name = name;
    this.assignee = ticket.assignee();
    this.team = ticket.team();
    this.createdAt = createdAt;
    this.dueAt = dueAt;
  }

  void give(Person person, Team team) {
    this.assignee = person;
    this.team = team;
  }

  public String id() {
    return id;
  }

  public Ticket ticket() {
    return ticket;
  }

  public String taskKey() {
    return taskKey;
  }

  public String name() {
    return name;
  }

  public Person assignee() {
    return assignee;
  }

  public Team team() {
    return team;
  }

  public Instant createdAt() {
    return createdAt;
  }

  /** Null when it has no deadline. */
  public Instant dueAt() {
    return dueAt;
  }
}

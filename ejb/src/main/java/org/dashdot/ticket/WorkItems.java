package org.dashdot.ticket;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dashdot.access.Actor;
import org.dashdot.access.Right;
import org.dashdot.access.Rights;
import org.dashdot.shared.Conflict;

/** The human steps that wait, for lists and for the desk. */
@Stateless
public class WorkItems {

  private static final int MOST = 500;

  @PersistenceContext(unitName = "dash-dot")
  EntityManager em;

  @Inject Clock clock;
  @Inject Tickets tickets;
  @Inject Worklist worklist;

  /** A waiting step as lists show it. */
  public record Row(
      String id,
      String taskKey,
      String name,
      long ticket,
      String title,
      Priority priority,
      TicketStatus status,
      String assignee,
      Long assigneeId,
      String team,
      Instant createdAt,
      Instant dueAt,
      List<FormField> form) {}

  /** The engine made a task. */
  public void created(String taskId, long ticket, String taskKey, String name, Instant dueAt) {
    em.persist(
        new WorkItem(
            taskId, tickets.get(new TicketNumber(ticket)), taskKey, name, clock.instant(), dueAt));
  }

  /** The engine's task is done or gone. */
  public void ended(String taskId) {
    Optional.ofNullable(em.find(WorkItem.class, taskId)).ifPresent(em::remove);
  }

  /** Steps given to the caller or to one of their teams: of what burns first, by urgency. */
  public List<Row> mine(Actor actor) {
    Rights.check(actor, Right.SEE, null);
    List<Row> mine = new ArrayList<>(mine(actor, TicketStatus.BURNING, MOST));
    if (mine.size() < MOST) {
      mine.addAll(
          mine(
              actor,
              EnumSet.complementOf(EnumSet.copyOf(TicketStatus.BURNING)),
              MOST - mine.size()));
    }
    return mine;
  }

  private List<Row> mine(Actor actor, Set<TicketStatus> standing, int most) {
    Set<Long> teams = actor.teams().isEmpty() ? Set.of(-1L) : actor.teams();
    return em.createQuery(
            "select w from WorkItem w join fetch w.ticket left join fetch w.assignee"
                + " left join fetch w.team where (w.assignee.id = :person or w.team.id in :teams)"
                + " and w.ticket.status in :standing"
                + " order by w.ticket.priority, w.createdAt, w.id",
            WorkItem.class)
        .setParameter("person", actor.personId() == null ? -1L : actor.personId())
        .setParameter("teams", teams)
        .setParameter("standing", standing)
        .setMaxResults(most)
        .getResultStream()
        .map(item -> row(item, List.of()))
        .toList();
  }

  /** The steps that one ticket waits for, with their forms. */
  public List<Row> ofTicket(TicketNumber number, Actor actor) {
    Rights.check(actor, Right.SEE, null);
    return of(number).stream().map(item -> row(item, worklist.form(item.id()))).toList();
  }

  /** Every step that waits, oldest first. */
  public List<Row> all(Actor actor) {
    Rights.check(actor, Right.SEE, null);
    return em.createQuery(
            "select w from WorkItem w join fetch w.ticket left join fetch w.assignee"
                + " left join fetch w.team order by w.createdAt, w.id",
            WorkItem.class)
        .setMaxResults(MOST)
        .getResultStream()
        .map(item -> row(item, List.of()))
        .toList();
  }

  public Row row(String taskId, Actor actor) {
    Rights.check(actor, Right.SEE, null);
    WorkItem item = get(taskId);
    return row(item, worklist.form(taskId));
  }

  public WorkItem get(String taskId) {
    return Optional.ofNullable(em.find(WorkItem.class, taskId))
        .orElseThrow(() -> new Conflict("This step is done already, or it never was: " + taskId));
  }

  public List<WorkItem> of(TicketNumber number) {
    return em.createQuery(
            "select w from WorkItem w where w.ticket.id = :ticket order by w.createdAt, w.id",
            WorkItem.class)
        .setParameter("ticket", number.value())
        .getResultList();
  }

  /** A new owner of the ticket owns its waiting steps. */
  public void follow(Ticket ticket) {
    of(ticket.number()).forEach(item -> item.give(ticket.assignee(), ticket.team()));
  }

  private static Row row(WorkItem item, List<FormField> form) {
    Ticket ticket = item.ticket();
    return new Row(
        item.id(),
        item.taskKey(),
        item.name(),
        ticket.id(),
        ticket.title(),
        ticket.priority(),
        ticket.status(),
        item.assignee() == null ? null : item.assignee().name(),
        item.assignee() == null ? null : item.assignee().id(),
        item.team() == null ? null : item.team().name(),
        item.createdAt(),
        item.dueAt(),
        form);
  }
}

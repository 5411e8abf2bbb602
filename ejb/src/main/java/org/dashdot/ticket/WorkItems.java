package org.dashdot.ticket;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.dashdot.access.Actor;
import org.dashdot.access.Right;
import org.dashdot.access.Rights;
import org.dashdot.shared.Conflict;

/** The human steps that wait, for lists and for the desk. */
@Stateless
public class WorkItems {

  private static final int MOST = 500;
  private static final String MINE = "(w.assignee.id = :person or w.team.id in :teams)";
  private static final String OWN = " and w.assignee.id = :person";
  private static final String ANY = "";

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

  /**
   * Steps given to the caller or to one of their teams, by urgency, then the oldest ticket first:
   * of what burns before all others, what was put aside among these.
   *
   * @param most 1 to 500
   */
  public List<Row> mine(Actor actor, int most) {
    Rights.check(actor, Right.SEE, null);
    List<Row> mine = new ArrayList<>(burning(actor, EnumSet.allOf(Priority.class), ANY, most));
    if (mine.size() < most) {
      mine.addAll(
          rows(
              actor,
              MINE
                  + " and (t.status not in :burning or t.snoozedUntil > :now)"
                  + " order by t.priority, t.id, w.id",
              Map.of("burning", TicketStatus.BURNING),
              most - mine.size()));
    }
    return mine;
  }

  /**
   * What the caller should do next: the first of their own high tickets that wait to be taken, else
   * of their teams', else their own most urgent step, else one that is nobody's. Only of what burns
   * and is not put aside, unless nothing else waits.
   */
  public Optional<Row> next(Actor actor) {
    Rights.check(actor, Right.SEE, null);
    Set<Priority> high = EnumSet.of(Priority.P1, Priority.P2);
    Set<Priority> all = EnumSet.allOf(Priority.class);
    String take = " and w.taskKey = '" + AcknowledgeStep.KEY + "'";
    return Stream.<Supplier<List<Row>>>of(
            () -> burning(actor, high, OWN + take, 1),
            () -> burning(actor, high, take, 1),
            () -> burning(actor, all, OWN, 1),
            () -> burning(actor, all, " and w.assignee is null", 1),
            () -> mine(actor, 1).stream().filter(row -> belongs(row, actor)).toList())
        .flatMap(rows -> rows.get().stream())
        .findFirst();
  }

  private static boolean belongs(Row row, Actor actor) {
    return row.assigneeId() == null || row.assigneeId().equals(actor.personId());
  }

  /** One priority and one state at a time: that is the order of an index. */
  private List<Row> burning(Actor actor, Set<Priority> priorities, String such, int most) {
    List<Row> found = new ArrayList<>();
    for (Priority priority : priorities) {
      List<Row> some = new ArrayList<>();
      for (TicketStatus status : TicketStatus.BURNING) {
        if (found.size() < most) {
          some.addAll(
              rows(
                  actor,
                  MINE
                      + such
                      + " and t.status = :status and t.priority = :priority"
                      + " and (t.snoozedUntil is null or t.snoozedUntil <= :now)"
                      + " order by t.id, w.id",
                  Map.of("status", status, "priority", priority),
                  most - found.size()));
        }
      }
      some.sort(Comparator.comparing(Row::ticket));
      found.addAll(some);
    }
    return found.subList(0, Math.min(most, found.size()));
  }

  private List<Row> rows(Actor actor, String such, Map<String, Object> values, int most) {
    TypedQuery<WorkItem> query =
        em.createQuery(
                "select w from WorkItem w join w.ticket t join fetch w.ticket"
                    + " left join fetch w.assignee left join fetch w.team where "
                    + such,
                WorkItem.class)
            .setParameter("person", actor.personId() == null ? -1L : actor.personId())
            .setParameter("teams", actor.teams().isEmpty() ? Set.of(-1L) : actor.teams())
            .setParameter("now", clock.instant())
            .setMaxResults(most);
    values.forEach(query::setParameter);
    return query.getResultStream().map(item -> row(item, List.of())).toList();
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

package org.dashdot.ticket;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.dashdot.access.Actor;
import org.dashdot.access.Right;
import org.dashdot.access.Rights;
import org.dashdot.imperfection.Imperfection;

/** Tickets by the place where they burn, and the most urgent ones of all places. */
@Stateless
public class TicketPlaces {

  private static final int FILLED_AT_ONCE = 500;

  @PersistenceContext(unitName = "dash-dot")
  EntityManager em;

  @Inject Clock clock;

  /**
   * Works out where tickets burn that are older than the ring; the newest first, some at a time.
   */
  public void fill() {
    em.createQuery("select t from Ticket t where t.cell is null order by t.id desc", Ticket.class)
        .setMaxResults(FILLED_AT_ONCE)
        .getResultList()
        .forEach(this::fill);
  }

  /** Not through the ticket itself: nobody who edits it may be disturbed. */
  private void fill(Ticket ticket) {
    em.createQuery("update Ticket t set t.cell = :cell where t.id = :id")
        .setParameter("cell", ticket.collects() == null ? Ticket.cellOf(ticket.labels()) : "")
        .setParameter("id", ticket.id())
        .executeUpdate();
  }

  /**
   * Those that the dot counts, at most so many: all high ones as far as they fit, then the oldest.
   */
  public List<Ticket> counted(int most) {
    List<Ticket> found = new ArrayList<>();
    for (Priority priority : List.of(Priority.P1, Priority.P2)) {
      found.addAll(oldest(priority, most - found.size()));
    }
    List<Ticket> low = new ArrayList<>(oldest(Priority.P3, most - found.size()));
    low.addAll(oldest(Priority.P4, most - found.size()));
    low.stream()
        .sorted(Comparator.comparing(Ticket::openedAt).thenComparing(Ticket::id))
        .limit(most - found.size())
        .forEach(found::add);
    return found;
  }

  /** One state at a time: that is the order of an index. */
  private List<Ticket> oldest(Priority priority, int most) {
    if (most <= 0) {
      return List.of();
    }
    List<Ticket> found = new ArrayList<>();
    for (TicketStatus status : List.of(TicketStatus.OPEN, TicketStatus.ACKNOWLEDGED)) {
      found.addAll(oldest(priority, status, "", most));
    }
    found.addAll(oldest(priority, TicketStatus.CLEARED, " and t.flapping = true", most));
    return found.stream().sorted(Comparator.comparing(Ticket::id)).limit(most).toList();
  }

  private List<Ticket> oldest(Priority priority, TicketStatus status, String also, int most) {
    return em.createQuery(
            "select t from Ticket t left join fetch t.team left join fetch t.assignee"
                + " where t.status = :status and t.priority = :priority"
                + also
                + " and (t.collects is null or t.collects <> :window)"
                + " and (t.snoozedUntil is null or t.snoozedUntil <= :now) order by t.id",
            Ticket.class)
        .setParameter("now", clock.instant())
        .setParameter("status", status)
        .setParameter("priority", priority)
        .setParameter("window", Collects.WINDOW)
        .setMaxResults(most)
        .getResultList();
  }

  /** The places at which tickets of these teams burn, as the dot counts them. */
  public Set<String> ofTeams(Collection<Long> teams, Actor actor) {
    Rights.check(actor, Right.SEE, null);
    return teams.isEmpty()
        ? Set.of()
        : Set.copyOf(
            Counted.filled(
                    em.createQuery(
                        "select distinct t.cell from Ticket t where t.team.id in :teams"
                            + " and t.cell is not null and "
                            + Counted.CONDITION,
                        String.class),
                    clock.instant())
                .setParameter("teams", teams)
                .getResultList());
  }

  /**
   * Tickets of a place, the newest first.
   *
   * @param before only those with a smaller number; null from the newest on
   */
  public List<Ticket> of(String cell, Long before, int most, Actor actor) {
    Rights.check(actor, Right.SEE, null);
    return em.createQuery(
            "select t from Ticket t left join fetch t.team left join fetch t.assignee"
                + " where t.cell = :cell and t.id < :before order by t.id desc",
            Ticket.class)
        .setParameter("cell", cell)
        .setParameter("before", before == null ? Long.MAX_VALUE : before)
        .setMaxResults(most)
        .getResultList();
  }

  /** What burns on the open tickets of a place, the worst first. */
  public List<Imperfection> burning(String cell, int most, Actor actor) {
    Rights.check(actor, Right.SEE, null);
    return em.createQuery(
            "select distinct i from Imperfection i, TicketImperfection ti, Ticket t"
                + " where ti.imperfectionId = i.id and ti.ticketId = t.id and t.cell = :cell"
                + " and t.status <> :closed and ti.leftAt is null and i.state <> :cleared"
                + " order by i.startsAt, i.id",
            Imperfection.class)
        .setParameter("cell", cell)
        .setParameter("closed", TicketStatus.CLOSED)
        .setParameter("cleared", Imperfection.State.CLEARED)
        .setMaxResults(most)
        .getResultList();
  }
}

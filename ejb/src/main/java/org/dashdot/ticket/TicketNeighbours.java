package org.dashdot.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dashdot.imperfection.Imperfection;
import org.dashdot.shared.MadeAtStart;
import org.dashdot.signal.Labels;

/** What lies near a ticket in place, time and kind; callers bring the transaction. */
@ApplicationScoped
public class TicketNeighbours implements MadeAtStart {

  private static final int MOST = 20;
  private static final int MOST_BURNING = 500;
  private static final Duration BEFORE = Duration.ofHours(6);
  private static final Duration AFTER = Duration.ofHours(1);

  @PersistenceContext(unitName = "dash-dot")
  EntityManager em;

  @Inject Tickets tickets;

  /** Others at these places that opened about that time, the newest first. */
  public List<Ticket> around(Collection<String> cells, Instant start, Long besides) {
    if (cells.isEmpty()) {
      return List.of();
    }
    return em.createQuery(
            "select t from Ticket t where t.cell in :cells and t.id <> :besides"
                + " and t.openedAt between :from and :until order by t.id desc",
            Ticket.class)
        .setParameter("cells", cells)
        .setParameter("besides", besides)
        .setParameter("from", start.minus(BEFORE))
        .setParameter("until", start.plus(AFTER))
        .setMaxResults(MOST)
        .getResultList();
  }

  /** What burns or burnt on these, each with its ticket. */
  public Map<Imperfection, Ticket> conditions(Collection<Ticket> some) {
    Map<Imperfection, Ticket> conditions = new LinkedHashMap<>();
    for (Ticket ticket : some) {
      tickets.imperfections(ticket.id()).stream()
          .limit(MOST)
          .forEach(imperfection -> conditions.put(imperfection, ticket));
    }
    return conditions;
  }

  /** How many tickets of a class opened since, besides one. */
  public long ofClass(String classKey, Instant since, Long besides) {
    return em.createQuery(
            "select count(t) from Ticket t where t.classKey = :class and t.openedAt > :since"
                + " and t.id < :besides",
            Long.class)
        .setParameter("class", classKey)
        .setParameter("since", since)
        .setParameter("besides", besides)
        .getSingleResult();
  }

  /** Whether there was a ticket of a class before. */
  public boolean everOfClass(String classKey, Long besides) {
    return !em.createQuery(
            "select t.id from Ticket t where t.classKey = :class and t.id < :besides"
                + " order by t.id desc",
            Long.class)
        .setParameter("class", classKey)
        .setParameter("besides", besides)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  /** The last ones of the same kind before one, the newest first. */
  List<Ticket> earlier(Ticket ticket, int most) {
    return em.createQuery(
            "select t from Ticket t where t.classKey = :class and t.id < :before"
                + " order by t.id desc",
            Ticket.class)
        .setParameter("class", ticket.classKey())
        .setParameter("before", ticket.id())
        .setMaxResults(most)
        .getResultList();
  }

  /** The labels of the newest tickets that burn. */
  public List<Labels> burningLabels() {
    return em.createQuery(
            "select t from Ticket t where t.status in :burning and t.collects is null"
                + " order by t.id desc",
            Ticket.class)
        .setParameter("burning", TicketStatus.BURNING)
        .setMaxResults(MOST_BURNING)
        .getResultStream()
        .map(Ticket::labels)
        .toList();
  }
}

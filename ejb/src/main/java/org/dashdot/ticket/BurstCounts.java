package org.dashdot.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dashdot.imperfection.Imperfection;
import org.dashdot.shared.MadeAtStart;

/** What tells a storm or a spread; callers bring the transaction. */
@ApplicationScoped
public class BurstCounts implements MadeAtStart {

  private static final int MOST = 2000;

  @PersistenceContext(unitName = "dash-dot")
  EntityManager em;

  /** The numbers of tickets that imperfections opened since, besides those that collect. */
  List<Long> openedByIntake(Instant since) {
    return em.createQuery(
            "select t.id from Ticket t where t.openedAt > :since and t.collects is null"
                + " and exists (select 1 from TicketImperfection ti where ti.ticketId = t.id)"
                + " order by t.id desc",
            Long.class)
        .setParameter("since", since)
        .setMaxResults(MOST)
        .getResultList();
  }

  /** When tickets opened since, the newest first. */
  List<Instant> openingTimes(Instant since) {
    return em.createQuery(
            "select t.openedAt from Ticket t where t.openedAt > :since order by t.openedAt desc",
            Instant.class)
        .setParameter("since", since)
        .setMaxResults(MOST)
        .getResultList();
  }

  /** Ordinary tickets of a class that opened since and burn. */
  List<Ticket> burningOfClass(String classKey, Instant since) {
    return em.createQuery(
            "select t from Ticket t where t.classKey = :class and t.openedAt > :since"
                + " and t.status in :burning and t.collects is null order by t.id",
            Ticket.class)
        .setParameter("class", classKey)
        .setParameter("since", since)
        .setParameter("burning", TicketStatus.BURNING)
        .setMaxResults(MOST)
        .getResultList();
  }

  /** The numbers of the storms that still hold something. */
  List<Long> storms() {
    return em.createQuery(
            "select t.id from Ticket t where t.collects = :storm and t.openKey is not null"
                + " order by t.id",
            Long.class)
        .setParameter("storm", Collects.STORM)
        .getResultList();
  }

  /** How many groups a storm took in since. */
  long groupsJoinedSince(TicketNumber storm, Instant since) {
    return em.createQuery(
            "select count(distinct ti.why) from TicketImperfection ti"
                + " where ti.ticketId = :storm and ti.joinedAt > :since",
            Long.class)
        .setParameter("storm", storm.value())
        .setParameter("since", since)
        .getSingleResult();
  }

  /** How many groups with a high member burn on each storm that is not put aside, by its number. */
  Map<Long, Integer> highGroups(Instant now) {
    return em.createQuery(
            "select t.id, count(distinct ti.why) from TicketImperfection ti, Ticket t, Imperfection i"
                + " where ti.ticketId = t.id and ti.imperfectionId = i.id and ti.high = true"
                + " and ti.leftAt is null and t.collects = :storm and t.status in :burning"
                + " and (t.snoozedUntil is null or t.snoozedUntil <= :now)"
                + " and i.state <> :cleared group by t.id",
            Object[].class)
        .setParameter("storm", Collects.STORM)
        .setParameter("now", now)
        .setParameter("burning", Set.copyOf(TicketStatus.BURNING))
        .setParameter("cleared", Imperfection.State.CLEARED)
        .getResultStream()
        .collect(Collectors.toMap(row -> (Long) row[0], row -> ((Number) row[1]).intValue()));
  }
}

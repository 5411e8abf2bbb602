package org.dashdot.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dashdot.access.Actor;
import org.dashdot.access.Audit;
import org.dashdot.shared.MadeAtStart;

/** The append-only history of tickets; callers bring the transaction. */
@ApplicationScoped
public class Timeline implements MadeAtStart {

  /**
   * Two actions of one person closer than this belong to one stretch of work (behaviour: 5 min).
   */
  private static final Duration HANDS_ON_GAP = Duration.ofMinutes(5);

  @PersistenceContext(unitName = "dash-dot")
  EntityManager em;

  @Inject Clock clock;
  @Inject Audit audit;

  /** What people and programs do is also written to the audit; what dash-dot does by itself not. */
  public void add(Ticket ticket, TimelineEntry.Kind kind, Actor actor, String text) {
    em.persist(new TimelineEntry(ticket, clock.instant(), kind, actor, text));
    if (actor.kind() != Actor.Kind.SYSTEM && kind != TimelineEntry.Kind.VIEWED) {
      audit.record(
          actor,
          "ticket " + kind.name().toLowerCase(Locale.ROOT).replace('_', ' '),
          "#" + ticket.id(),
          text);
    }
  }

  /** Oldest first. */
  public List<TimelineEntry> of(Long ticketId) {
    return em.createQuery(
            "select e from TimelineEntry e where e.ticketId = :ticket order by e.at, e.id",
            TimelineEntry.class)
        .setParameter("ticket", ticketId)
        .getResultList();
  }

  /** The newest first; a storm's history may be very long. */
  List<TimelineEntry> latest(Long ticketId, int most) {
    return em.createQuery(
            "select e from TimelineEntry e where e.ticketId = :ticket order by e.at desc, e.id desc",
            TimelineEntry.class)
        .setParameter("ticket", ticketId)
        .setMaxResults(most)
        .getResultList();
  }

  /** How much happened to it; to look at it is nothing that happens. */
  long told(Long ticketId) {
    return em.createQuery(
            "select count(e) from TimelineEntry e where e.ticketId = :ticket and e.kind <> :viewed",
            Long.class)
        .setParameter("ticket", ticketId)
        .setParameter("viewed", TimelineEntry.Kind.VIEWED)
        .getSingleResult();
  }

  /** When each of these happened first and last. */
  Map<TimelineEntry.Kind, List<Instant>> firstAndLast(
      Long ticketId, Collection<TimelineEntry.Kind> kinds) {
    Map<TimelineEntry.Kind, List<Instant>> moments = new EnumMap<>(TimelineEntry.Kind.class);
    em.createQuery(
            "select e.kind, min(e.at), max(e.at) from TimelineEntry e"
                + " where e.ticketId = :ticket and e.kind in :kinds group by e.kind",
            Object[].class)
        .setParameter("ticket", ticketId)
        .setParameter("kinds", kinds)
        .getResultList()
        .forEach(
            row ->
                moments.put(
                    (TimelineEntry.Kind) row[0], List.of((Instant) row[1], (Instant) row[2])));
    return moments;
  }

  /**
   * When somebody last did something about a ticket, or it became as urgent as it is; to look at it
   * is not to do something.
   *
   * @param reminders whether a reminder counts too
   */
  public Instant lastProgress(Ticket ticket, boolean reminders) {
    Instant last =
        em.createQuery(
                "select max(e.at) from TimelineEntry e where e.ticketId = :ticket"
                    + " and (e.personId is not null and e.kind <> :viewed"
                    + " or :reminders = true and e.kind = :reminded)",
                Instant.class)
            .setParameter("ticket", ticket.id())
            .setParameter("viewed", TimelineEntry.Kind.VIEWED)
            .setParameter("reminders", reminders)
            .setParameter("reminded", TimelineEntry.Kind.REMINDED)
            .getSingleResult();
    return last == null || last.isBefore(ticket.urgentSince()) ? ticket.urgentSince() : last;
  }

  /** When a person last did something with each of these; to look is not to do. */
  public Map<Long, Instant> lastTouched(Collection<Long> ticketIds) {
    Map<Long, Instant> touched = new HashMap<>();
    if (!ticketIds.isEmpty()) {
      em.createQuery(
              "select e.ticketId, max(e.at) from TimelineEntry e where e.ticketId in :tickets"
                  + " and e.personId is not null and e.kind <> :viewed group by e.ticketId",
              Object[].class)
          .setParameter("viewed", TimelineEntry.Kind.VIEWED)
          .setParameter("tickets", ticketIds)
          .getResultList()
          .forEach(row -> touched.put((Long) row[0], (Instant) row[1]));
    }
    return touched;
  }

  /** Whether exactly this was written since. */
  public boolean said(Long ticketId, TimelineEntry.Kind kind, String text, Instant since) {
    return em.createQuery(
                "select count(e) from TimelineEntry e where e.ticketId = :ticket"
                    + " and e.kind = :kind and e.text = :text and e.at >= :since",
                Long.class)
            .setParameter("ticket", ticketId)
            .setParameter("kind", kind)
            .setParameter("text", text)
            .setParameter("since", since)
            .getSingleResult()
        > 0;
  }

  /** How often this happened to a ticket since. */
  long count(Long ticketId, TimelineEntry.Kind kind, Instant since) {
    return em.createQuery(
            "select count(e) from TimelineEntry e where e.ticketId = :ticket"
                + " and e.kind = :kind and e.at > :since",
            Long.class)
        .setParameter("ticket", ticketId)
        .setParameter("kind", kind)
        .setParameter("since", since)
        .getSingleResult();
  }

  /** Notes that a person looked, once per stretch of work. */
  public void viewed(Ticket ticket, Actor actor) {
    boolean lately =
        em.createQuery(
                    "select count(e) from TimelineEntry e where e.ticketId = :ticket"
                        + " and e.personId = :person and e.kind = :kind and e.at > :since",
                    Long.class)
                .setParameter("ticket", ticket.id())
                .setParameter("person", actor.personId())
                .setParameter("kind", TimelineEntry.Kind.VIEWED)
                .setParameter("since", clock.instant().minus(HANDS_ON_GAP))
                .getSingleResult()
            > 0;
    if (!lately) {
      add(ticket, TimelineEntry.Kind.VIEWED, actor, "looked at the ticket");
    }
  }

  /**
   * Hands-on time: the sum, over people, of the gaps between their actions that are under 5 min.
   */
  public Duration handsOn(Long ticketId) {
    Map<Long, Instant> last = new HashMap<>();
    Duration sum = Duration.ZERO;
    for (TimelineEntry entry : of(ticketId)) {
      if (entry.personId() != null) {
        Instant before = last.put(entry.personId(), entry.at());
        Duration gap = before == null ? HANDS_ON_GAP : Duration.between(before, entry.at());
        sum = gap.compareTo(HANDS_ON_GAP) < 0 ? sum.plus(gap) : sum;
      }
    }
    return sum;
  }
}

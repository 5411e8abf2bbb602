package org.dashdot.notification;

import jakarta.ejb.Local;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.dashdot.shared.BlindSpot;
import org.dashdot.shared.Settings;

/**
 * Whether messages lie about that nobody even tries to send: a lane that hangs, a row that cannot
 * be read, a beat that fails. What was tried and failed is told by {@link ChannelHealth}.
 */
@Stateless
@LocalBean
@Local(BlindSpot.class)
public class StuckOutbox implements BlindSpot {

  @PersistenceContext(unitName = "dash-dot")
  EntityManager em;

  @Inject Settings settings;
  @Inject Clock clock;

  @Override
  public List<String> blind() {
    long stuck = stuck();
    return stuck == 0
        ? List.of()
        : List.of(
            stuck == 1
                ? "a message does not leave as it should"
                : stuck + " messages do not leave as they should");
  }

  /** How many messages are overdue, in leaving or in what follows when no receipt comes. */
  public long stuck() {
    Instant now = clock.instant();
    Instant before = now.minus(settings.duration("outbox.stuck"));
    Duration longest = settings.duration("outbox.longest-retry");
    return unsent(before, before.minus(longest))
        + interrupted(before.minus(settings.duration("outbox.interrupted")))
        + unfollowed(before);
  }

  /** Behind a server that fails slowly a retry may have to wait for its turn. */
  private long unsent(Instant before, Instant retriesBefore) {
    return em.createQuery(
            "select count(n) from Notification n where n.state = :waiting and n.dueAt < :before"
                + " and (n.lastError is null or n.dueAt < :retries)",
            Long.class)
        .setParameter("waiting", Notification.State.WAITING)
        .setParameter("before", before)
        .setParameter("retries", retriesBefore)
        .getSingleResult();
  }

  private long interrupted(Instant before) {
    return em.createQuery(
            "select count(n) from Notification n where n.state = :sending"
                + " and n.sendingSince < :before",
            Long.class)
        .setParameter("sending", Notification.State.SENDING)
        .setParameter("before", before)
        .getSingleResult();
  }

  private long unfollowed(Instant before) {
    return em.createQuery(
                "select count(n) from Notification n where n.receiptDue < :before", Long.class)
            .setParameter("before", before)
            .getSingleResult()
        + em.createQuery(
                "select count(n) from Notification n where n.nextPersonAt < :before", Long.class)
            .setParameter("before", before)
            .getSingleResult();
  }
}

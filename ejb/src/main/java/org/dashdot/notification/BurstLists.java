package org.dashdot.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.dashdot.ticket.Priority;

/** What else waits for a person over a channel; callers bring the transaction. */
@ApplicationScoped
public class BurstLists {

  /** With what the key of a list of a burst begins. */
  static final String KEY = "burst-";

  private static final String TO_THE_SAME =
      " n.person = :person and n.channel = :channel and coalesce(n.address, '') = :address";
  private static final String ALONE =
      " n.ticket is not null and n.listKey is null and n.dueAt <= :until";

  @PersistenceContext(unitName = "dash-dot")
  EntityManager em;

  /**
   * How many messages that leave alone, or did, were written for its person over its channel since
   * then, or are due until then.
   */
  long lately(Notification like, Instant since, Instant until) {
    return like(
            like,
            em.createQuery(
                "select count(n) from Notification n where"
                    + TO_THE_SAME
                    + " and n.ticket is not null and n.listKey is null and (n.createdAt > :since"
                    + " or n.state = :waiting and n.dueAt <= :until)",
                Long.class))
        .setParameter("since", since)
        .setParameter("until", until)
        .getSingleResult();
  }

  /** One of a list of a burst that gathers for its person over its channel beyond that moment. */
  Optional<Notification> thatWaits(Notification like, Instant now) {
    return like(
            like,
            em.createQuery(
                "select n from Notification n where"
                    + TO_THE_SAME
                    + " and n.listKey like :key and n.state = :waiting and n.dueAt > :now"
                    + " order by n.id",
                Notification.class))
        .setParameter("key", KEY + "%")
        .setParameter("now", now)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** Whether a P1 waits alone for its person over its channel, due until then. */
  boolean urgent(Notification like, Instant until) {
    return like(
                like,
                em.createQuery(
                    "select count(n) from Notification n where"
                        + TO_THE_SAME
                        + " and n.state = :waiting and"
                        + ALONE
                        + " and n.ticket.priority = :p1",
                    Long.class))
            .setParameter("until", until)
            .setParameter("p1", Priority.P1)
            .getSingleResult()
        > 0;
  }

  /**
   * What waits alone for its person over its channel, due until then; locked, by their ids.
   *
   * @param lists the lists of bursts as well
   */
  List<Notification> waiting(Notification like, Instant until, boolean lists) {
    // One query for both: who locks in two steps may wait for one who waits for him.
    TypedQuery<Notification> query =
        like(
                like,
                em.createQuery(
                    "select n from Notification n where"
                        + TO_THE_SAME
                        + " and n.state = :waiting and ("
                        + ALONE
                        + (lists ? " or n.listKey like :key" : "")
                        + ") order by n.id",
                    Notification.class))
            .setParameter("until", until);
    if (lists) {
      query.setParameter("key", KEY + "%");
    }
    List<Notification> all = query.setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
    all.forEach(em::refresh);
    return all.stream()
        .filter(n -> n.state() == Notification.State.WAITING)
        .filter(n -> n.listKey() == null || lists && n.listKey().startsWith(KEY))
        .toList();
  }

  private static <T> TypedQuery<T> like(Notification like, TypedQuery<T> query) {
    return query
        .setParameter("person", like.person())
        .setParameter("channel", like.channel())
        .setParameter("address", like.address() == null ? "" : like.address())
        .setParameter("waiting", Notification.State.WAITING);
  }
}

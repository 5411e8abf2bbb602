package org.dashdot.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dashdot.shared.MadeAtStart;
import org.dashdot.ticket.Priority;
import org.dashdot.ticket.TicketStatus;

/** The messages that are stored; callers bring the transaction. */
@ApplicationScoped
public class Notifications implements MadeAtStart {

  @PersistenceContext(unitName = "dash-dot")
  EntityManager em;

  public void add(Notification notification) {
    em.persist(notification);
  }

  /**
   * The one message that a step of a ticket has for a person over a channel, if it was stored
   * before this transaction told anybody of that step.
   */
  Optional<Notification> find(Long ticketId, Long personId, String channel, String step) {
    return em.createQuery(
            "select n from Notification n where n.ticket.id = :ticket"
                + " and n.person.id = :person and n.channel = :channel and n.step = :step",
            Notification.class)
        .setFlushMode(FlushModeType.COMMIT)
        .setParameter("ticket", ticketId)
        .setParameter("person", personId)
        .setParameter("channel", channel)
        .setParameter("step", step)
        .getResultStream()
        .findFirst();
  }

  /** Oldest first. */
  public List<Notification> of(Long ticketId) {
    return em.createQuery(
            "select n from Notification n join fetch n.person where n.ticket.id = :ticket"
                + " order by n.createdAt, n.id",
            Notification.class)
        .setParameter("ticket", ticketId)
        .getResultList();
  }

  /**
   * A high ticket that burns, and that its owner was told of and has not acknowledged.
   *
   * @param told when the owner was told first since it is as urgent as it is
   */
  record Unacknowledged(
      Long ticket, Priority priority, String sourceName, Instant urgentSince, Instant told) {}

  List<Unacknowledged> unacknowledged(int most) {
    return em.createQuery(
            "select new org.dashdot.notification.Notifications$Unacknowledged(t.id, t.priority,"
                + " t.sourceName, t.urgentSince, min(n.sentAt)) from Notification n join n.ticket t"
                + " where t.status = :open and t.acknowledgedAt is null and t.priority in :high"
                + " and t.flapping = false and n.person = t.assignee and n.state = :sent"
                + " and n.sentAt >= t.urgentSince"
                + " group by t.id, t.priority, t.sourceName, t.urgentSince order by t.id",
            Unacknowledged.class)
        .setParameter("open", TicketStatus.OPEN)
        .setParameter("high", Set.of(Priority.P1, Priority.P2))
        .setParameter("sent", Notification.State.SENT)
        .setMaxResults(most)
        .getResultList();
  }

  /** Whether anybody is or was told of this step. */
  boolean has(Long ticketId, String step) {
    return em.createQuery(
                "select count(n) from Notification n where n.ticket.id = :ticket and n.step = :step",
                Long.class)
            .setParameter("ticket", ticketId)
            .setParameter("step", step)
            .getSingleResult()
        > 0;
  }

  List<Notification> waitingOf(Long ticketId) {
    return em.createQuery(
            "select n from Notification n where n.ticket.id = :ticket and n.state = :waiting",
            Notification.class)
        .setParameter("ticket", ticketId)
        .setParameter("waiting", Notification.State.WAITING)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  List<Long> due(Instant now, int most) {
    return em.createQuery(
            "select n.id from Notification n where n.state = :waiting and n.dueAt <= :now"
                + " order by n.dueAt, n.id",
            Long.class)
        .setParameter("waiting", Notification.State.WAITING)
        .setParameter("now", now)
        .setMaxResults(most)
        .getResultList();
  }

  Notification byId(Long id) {
    return em.find(Notification.class, id);
  }

  /**
   * How many messages that leave alone, or did, were written for its person over its channel since
   * then, or are due until then.
   */
  long lately(Notification like, Instant since, Instant until) {
    return em.createQuery(
            "select count(n) from Notification n where n.person = :person"
                + " and n.channel = :channel and n.listKey is null and (n.createdAt > :since"
                + " or n.state = :waiting and n.dueAt <= :until)",
            Long.class)
        .setParameter("person", like.person())
        .setParameter("channel", like.channel())
        .setParameter("since", since)
        .setParameter("waiting", Notification.State.WAITING)
        .setParameter("until", until)
        .getSingleResult();
  }

  /**
   * One of a list of such a key that gathers for its person over its channel beyond that moment.
   */
  Optional<Notification> listThatWaits(Notification like, String key, Instant now) {
    return em.createQuery(
            "select n from Notification n where n.person = :person and n.channel = :channel"
                + " and n.listKey like :key and n.state = :waiting and n.dueAt > :now"
                + " order by n.id",
            Notification.class)
        .setParameter("person", like.person())
        .setParameter("channel", like.channel())
        .setParameter("key", key + "%")
        .setParameter("waiting", Notification.State.WAITING)
        .setParameter("now", now)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** What waits alone for its person over its channel, due until then; locked, by their ids. */
  List<Notification> waitingAlone(Notification like, Instant until) {
    List<Notification> alone =
        em.createQuery(
                "select n from Notification n where n.person = :person and n.channel = :channel"
                    + " and n.listKey is null and n.state = :waiting and n.dueAt <= :until"
                    + " order by n.id",
                Notification.class)
            .setParameter("person", like.person())
            .setParameter("channel", like.channel())
            .setParameter("waiting", Notification.State.WAITING)
            .setParameter("until", until)
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getResultList();
    alone.forEach(em::refresh);
    return alone.stream()
        .filter(n -> n.state() == Notification.State.WAITING && n.listKey() == null)
        .toList();
  }

  List<Long> interrupted(Instant before) {
    return em.createQuery(
            "select n.id from Notification n where n.state = :sending and n.sendingSince < :before",
            Long.class)
        .setParameter("sending", Notification.State.SENDING)
        .setParameter("before", before)
        .getResultList();
  }

  /**
   * A message and those that leave together with it, locked in the order of their ids; without
   * those that were taken or withdrawn meanwhile.
   */
  List<Notification> lockedTogether(Long id, Instant now) {
    Notification one = em.find(Notification.class, id);
    if (one.listKey() == null) {
      Notification locked = locked(id);
      return locked.state() == Notification.State.WAITING ? List.of(locked) : List.of();
    }
    List<Notification> all =
        em.createQuery(
                "select n from Notification n where n.state = :waiting and n.dueAt <= :now"
                    + " and n.listKey = :list and n.channel = :channel and n.person = :person"
                    + " order by n.id",
                Notification.class)
            .setParameter("waiting", Notification.State.WAITING)
            .setParameter("now", now)
            .setParameter("list", one.listKey())
            .setParameter("channel", one.channel())
            .setParameter("person", one.person())
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getResultList();
    all.forEach(em::refresh);
    return all.stream().filter(n -> n.state() == Notification.State.WAITING).toList();
  }

  Notification locked(Long id) {
    Notification notification = em.find(Notification.class, id, LockModeType.PESSIMISTIC_WRITE);
    em.refresh(notification);
    return notification;
  }
}

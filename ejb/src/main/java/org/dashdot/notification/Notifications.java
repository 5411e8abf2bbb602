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
   * A ticket that burns, and that its owner was told of and has not acknowledged; the most urgent
   * first.
   *
   * @param told when the owner was told first since it is as urgent as it is
   */
  record Unacknowledged(
      Long ticket, Priority priority, String sourceName, Instant urgentSince, Instant told) {}

  List<Unacknowledged> unacknowledged(int most) {
    return em.createQuery(
            "select new org.dashdot.notification.Notifications$Unacknowledged(t.id, t.priority,"
                + " t.sourceName, t.urgentSince, min(n.sentAt)) from Notification n join n.ticket t"
                + " where t.status = :open and t.acknowledgedAt is null and t.priority in :repeated"
                + " and t.flapping = false and n.person = t.assignee and n.state = :sent"
                + " and n.sentAt >= t.urgentSince"
                + " group by t.id, t.priority, t.sourceName, t.urgentSince order by t.priority, t.id",
            Unacknowledged.class)
        .setParameter("open", TicketStatus.OPEN)
        .setParameter("repeated", Set.of(Priority.P1, Priority.P2, Priority.P3))
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

  /** What may still leave, or whose receipt somebody waits for; locked, by their ids. */
  List<Notification> unfinishedOf(Long ticketId) {
    return em.createQuery(
            "select n from Notification n where n.ticket.id = :ticket and (n.state in :unsent"
                + " or n.receiptDue is not null or n.nextPersonAt is not null) order by n.id",
            Notification.class)
        .setParameter("ticket", ticketId)
        .setParameter("unsent", Set.of(Notification.State.WAITING, Notification.State.SENDING))
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  /** All that told a person of one step, whichever way. */
  List<Notification> ofOccasion(Notification like) {
    return em.createQuery(
            "select n from Notification n where n.ticket = :ticket and n.person = :person"
                + " and n.occasion = :occasion order by n.id",
            Notification.class)
        .setParameter("ticket", like.ticket())
        .setParameter("person", like.person())
        .setParameter("occasion", like.occasion())
        .getResultList();
  }

  /** Those of one attempt, by their ids. */
  List<Long> byReceiptKey(String key) {
    return em.createQuery(
            "select n.id from Notification n where n.receiptKey = :key order by n.id", Long.class)
        .setParameter("key", key)
        .getResultList();
  }

  /** Whose receipt should be there by now. */
  List<Long> receiptsDue(Instant now, int most) {
    return em.createQuery(
            "select n.id from Notification n where n.receiptDue <= :now order by n.receiptDue, n.id",
            Long.class)
        .setParameter("now", now)
        .setMaxResults(most)
        .getResultList();
  }

  /** After which the next person should be told by now. */
  List<Long> nextPersonsDue(Instant now, int most) {
    return em.createQuery(
            "select n.id from Notification n where n.nextPersonAt <= :now"
                + " order by n.nextPersonAt, n.id",
            Long.class)
        .setParameter("now", now)
        .setMaxResults(most)
        .getResultList();
  }

  /** What a person was sent lately, newest first. */
  List<Notification> ofPerson(Long personId, int most) {
    return em.createQuery(
            "select n from Notification n left join fetch n.ticket where n.person.id = :person"
                + " order by n.createdAt desc, n.id desc",
            Notification.class)
        .setParameter("person", personId)
        .setMaxResults(most)
        .getResultList();
  }

  /** The channels over which something is due. */
  List<String> channelsDue(Instant now) {
    return em.createQuery(
            "select distinct n.channel from Notification n where n.state = :waiting"
                + " and n.dueAt <= :now",
            String.class)
        .setParameter("waiting", Notification.State.WAITING)
        .setParameter("now", now)
        .getResultList();
  }

  /** The most urgent first, so that after an outage none of them waits behind the others. */
  List<Long> due(String channel, Instant now, int most) {
    return em.createQuery(
            "select n.id from Notification n left join n.ticket t where n.state = :waiting"
                + " and n.dueAt <= :now and n.channel = :channel"
                // What tries or confirms a contact is waited for by whoever asked for it.
                + " order by case when t.id is null or t.priority = :p1 then 1"
                + " when t.priority = :p2 then 2 else 3 end, n.dueAt, n.id",
            Long.class)
        .setParameter("waiting", Notification.State.WAITING)
        .setParameter("channel", channel)
        .setParameter("now", now)
        .setParameter("p1", Priority.P1)
        .setParameter("p2", Priority.P2)
        .setMaxResults(most)
        .getResultList();
  }

  Notification byId(Long id) {
    return em.find(Notification.class, id);
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
      boolean due = locked.dueAt() != null && !locked.dueAt().isAfter(now);
      return due && locked.state() == Notification.State.WAITING ? List.of(locked) : List.of();
    }
    List<Notification> all =
        em.createQuery(
                "select n from Notification n where n.state = :waiting and n.dueAt <= :now"
                    + " and n.listKey = :list and n.channel = :channel and n.person = :person"
                    + " and coalesce(n.address, '') = :address"
                    + " order by n.id",
                Notification.class)
            .setParameter("waiting", Notification.State.WAITING)
            .setParameter("now", now)
            .setParameter("list", one.listKey())
            .setParameter("channel", one.channel())
            .setParameter("address", address(one))
            .setParameter("person", one.person())
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getResultList();
    all.forEach(em::refresh);
    return all.stream().filter(n -> n.state() == Notification.State.WAITING).toList();
  }

  private static String address(Notification n) {
    return n.address() == null ? "" : n.address();
  }

  Notification locked(Long id) {
    Notification notification = em.find(Notification.class, id, LockModeType.PESSIMISTIC_WRITE);
    em.refresh(notification);
    return notification;
  }
}

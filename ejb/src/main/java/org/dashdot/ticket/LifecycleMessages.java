package org.dashdot.ticket;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Writes messages to ticket processes and delivers them: per ticket in order, with retry. */
@Stateless
public class LifecycleMessages {

  @PersistenceContext(unitName = "dash-dot")
  EntityManager em;

  @Inject Clock clock;
  @Inject TicketLifecycle lifecycle;

  /** Writes a message in the caller's transaction. */
  public void send(Ticket ticket, LifecycleMessage.Kind message) {
    em.persist(new LifecycleMessage(ticket.id(), message, clock.instant()));
  }

  /** Tickets with a message that is due, the longest waiting first. */
  public List<Long> waiting(int most) {
    return em.createQuery(
            "select m.ticketId from LifecycleMessage m where m.dueAt <= :now"
                + " group by m.ticketId order by min(m.createdAt)",
            Long.class)
        .setParameter("now", clock.instant())
        .setMaxResults(most)
        .getResultList();
  }

  /** Delivers a ticket's oldest message; returns false when there is none that is due. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public boolean deliverNext(Long ticketId) {
    Optional<LifecycleMessage> next = oldest(ticketId);
    next.ifPresent(
        message ->
            message.delivered(
                lifecycle.tell(new TicketNumber(ticketId), message.message()), clock.instant()));
    return next.isPresent();
  }

  /** Notes a failed delivery, so that it is tried again later; returns how often it failed. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public int failed(Long ticketId, String error) {
    return oldest(ticketId)
        .map(
            message -> {
              message.failed(error, clock.instant());
              return message.attempts();
            })
        .orElse(0);
  }

  private Optional<LifecycleMessage> oldest(Long ticketId) {
    return em.createQuery(
            "select m from LifecycleMessage m where m.ticketId = :ticket"
                + " and m.deliveredAt is null and m.dueAt is not null"
                + " order by m.createdAt, m.id",
            LifecycleMessage.class)
        .setParameter("ticket", ticketId)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }
}

package org.dashdot.notification;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dashdot.access.Actor;
import org.dashdot.access.Right;
import org.dashdot.access.Rights;
import org.dashdot.ticket.AcknowledgeStep;
import org.dashdot.ticket.Priority;
import org.dashdot.ticket.Ticket;
import org.dashdot.ticket.TicketStatus;

/** The portal as a channel: what calls for a person until somebody takes it. */
@Stateless
public class Calls {

  private static final int MOST = 20;

  /** Whoever was told so long ago and is not the owner is not called any more. */
  private static final Duration TOLD_WITHIN = Duration.ofHours(24);

  @PersistenceContext(unitName = "dash-dot")
  EntityManager em;

  @Inject Clock clock;

  /** A high ticket that burns and that nobody has acknowledged. */
  public record Call(long number, String priority, String title, Instant since) {}

  /** What is theirs, and what they were told of; the most urgent first. */
  public List<Call> of(Actor actor) {
    Rights.check(actor, Right.SEE, null);
    return Stream.concat(owned(actor), told(actor))
        .filter(t -> t.status() == TicketStatus.OPEN && t.acknowledgedAt() == null)
        .distinct()
        .sorted(Comparator.comparing(Ticket::priority).thenComparing(Ticket::urgentSince))
        .limit(MOST)
        .map(t -> new Call(t.number().value(), t.priority().name(), t.title(), t.urgentSince()))
        .toList();
  }

  private Stream<Ticket> owned(Actor actor) {
    return em.createQuery(
            "select t from WorkItem w join w.ticket t where w.assignee.id = :person"
                + " and w.taskKey = :key and t.priority in :high order by t.priority, t.id",
            Ticket.class)
        .setParameter("person", actor.personId())
        .setParameter("key", AcknowledgeStep.KEY)
        .setParameter("high", Set.of(Priority.P1, Priority.P2))
        .setMaxResults(MOST)
        .getResultStream();
  }

  private Stream<Ticket> told(Actor actor) {
    return em.createQuery(
            "select distinct t from Notification n join n.ticket t where n.person.id = :person"
                + " and n.createdAt > :since and t.status = :open and t.acknowledgedAt is null"
                + " and t.priority in :high order by t.priority, t.id",
            Ticket.class)
        .setParameter("person", actor.personId())
        .setParameter("since", clock.instant().minus(TOLD_WITHIN))
        .setParameter("open", TicketStatus.OPEN)
        .setParameter("high", Set.of(Priority.P1, Priority.P2))
        .setMaxResults(MOST)
        .getResultStream();
  }
}

package org.dashdot.ticket;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import org.dashdot.access.Actor;
import org.dashdot.access.Recency;
import org.dashdot.access.Right;
import org.dashdot.access.Rights;
import org.dashdot.shared.Conflict;
import org.dashdot.shared.InvalidInput;

/** Says of two tickets that they have to do with each other, and takes that back. */
@Stateless
public class TicketRelations {

  private static final int MOST = 100;

  @PersistenceContext(unitName = "dash-dot")
  EntityManager em;

  @Inject Tickets tickets;
  @Inject Timeline timeline;
  @Inject Recency recency;
  @Inject Clock clock;

  /**
   * Another ticket that this one has to do with.
   *
   * @param relation what this one is to the other, in words that stand between the two
   */
  public record Related(
      String relation, long number, String title, Priority priority, TicketStatus status) {}

  /** Those of a ticket, the newest first; at most 100. */
  public List<Related> of(TicketNumber number, Actor actor) {
    Rights.check(actor, Right.SEE, null);
    return em.createQuery(
            "select r from TicketRelation r join fetch r.ticket join fetch r.other"
                + " where r.ticket.id = :ticket or r.other.id = :ticket order by r.id desc",
            TicketRelation.class)
        .setParameter("ticket", number.value())
        .setMaxResults(MOST)
        .getResultStream()
        .map(relation -> related(relation, number))
        .toList();
  }

  private static Related related(TicketRelation relation, TicketNumber number) {
    boolean said = relation.ticket().number().equals(number);
    Ticket other = said ? relation.other() : relation.ticket();
    return new Related(
        said ? relation.kind().said() : relation.kind().heard(),
        other.id(),
        other.title(),
        other.priority(),
        other.status());
  }

  /**
   * Says that this ticket has to do with another one.
   *
   * @throws InvalidInput naming {@code to} when there is no such other ticket
   * @throws Conflict when that was said before
   */
  public void link(TicketNumber number, TicketNumber to, TicketRelation.Kind kind, Actor actor) {
    if (number.equals(to)) {
      throw new InvalidInput("to", "A ticket cannot be linked with itself.");
    }
    if (!tickets.exists(to)) {
      throw new InvalidInput("to", "There is no ticket #" + to + ".");
    }
    Ticket ticket = allowed(number, actor);
    if (!between(number, to).isEmpty()) {
      throw new Conflict("#" + number + " and #" + to + " are linked already.");
    }
    add(ticket, tickets.get(to), kind, actor);
  }

  private void add(Ticket ticket, Ticket other, TicketRelation.Kind kind, Actor actor) {
    em.persist(new TicketRelation(ticket, other, kind, clock.instant()));
    timeline.add(ticket, TimelineEntry.Kind.LINKED, actor, kind.said() + " #" + other.id());
    timeline.add(other, TimelineEntry.Kind.LINKED, actor, kind.heard() + " #" + ticket.id());
  }

  /** Takes it back, whichever of the two had said it. */
  public void unlink(TicketNumber number, TicketNumber from, Actor actor) {
    Ticket ticket = allowed(number, actor);
    List<TicketRelation> between = between(number, from);
    if (between.isEmpty()) {
      throw new Conflict("#" + number + " and #" + from + " are not linked.");
    }
    between.forEach(em::remove);
    Ticket other = tickets.get(from);
    timeline.add(ticket, TimelineEntry.Kind.LINKED, actor, "no longer linked with #" + from);
    timeline.add(other, TimelineEntry.Kind.LINKED, actor, "no longer linked with #" + number);
  }

  private Ticket allowed(TicketNumber number, Actor actor) {
    Ticket ticket = tickets.locked(number);
    Rights.check(actor, Right.NOTE, TicketDesk.team(ticket));
    recency.toAct(actor);
    return ticket;
  }

  private List<TicketRelation> between(TicketNumber one, TicketNumber other) {
    return em.createQuery(
            "select r from TicketRelation r where r.ticket.id = :one and r.other.id = :other"
                + " or r.ticket.id = :other and r.other.id = :one",
            TicketRelation.class)
        .setParameter("one", one.value())
        .setParameter("other", other.value())
        .getResultList();
  }

  /** A ticket was split from another one; for who has checked that this may be. */
  public void split(Ticket ticket, Ticket from, Actor actor) {
    add(ticket, from, TicketRelation.Kind.SPLIT_FROM, actor);
  }
}

package org.dashdot.ticket;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.dashdot.access.Actor;
import org.dashdot.access.Right;
import org.dashdot.access.Rights;
import org.dashdot.shared.InvalidInput;

/** Who has a ticket's page open, so that two people on one ticket know of each other. */
@Stateless
public class TicketPresence {

  /** A page that has not said anything for so long is closed, or nobody looks at it. */
  private static final Duration GONE = Duration.ofSeconds(25);

  @PersistenceContext(unitName = "dash-dot")
  EntityManager em;

  @Inject Clock clock;

  /** Somebody else who has the page open. */
  public record Other(String name, boolean writing) {}

  /**
   * Says that the caller is here, and hears who else is, by name. A program is not noted.
   *
   * @param page a UUID that the caller's page made up for itself
   * @param writing whether the caller has typed something that was not sent
   */
  public List<Other> here(TicketNumber number, String page, boolean writing, Actor actor) {
    Rights.check(actor, Right.SEE, null);
    Instant now = clock.instant();
    long me = actor.personId() == null ? -1L : actor.personId();
    if (actor.personId() != null) {
      note(id(page), number.value(), me, writing, now);
    }
    return em.createQuery(
            "select p.name, max(case when h.writing = true then 1 else 0 end)"
                + " from TicketHere h, Person p where p.id = h.personId"
                + " and h.ticketId = :ticket and h.seenAt > :since and p.id <> :me"
                + " group by p.name order by p.name",
            Object[].class)
        .setParameter("ticket", number.value())
        .setParameter("since", now.minus(GONE))
        .setParameter("me", me)
        .getResultStream()
        .map(row -> new Other((String) row[0], ((Number) row[1]).intValue() == 1))
        .toList();
  }

  private void note(String page, long ticket, long person, boolean writing, Instant now) {
    TicketHere known = em.find(TicketHere.class, page);
    TicketHere here = known == null ? new TicketHere(page, ticket, person) : known;
    if (!here.of(ticket, person)) {
      throw new InvalidInput("page", "Another page has this name.");
    }
    here.seen(writing, now);
    if (known == null) {
      forget(now);
      em.persist(here);
    }
  }

  private static String id(String page) {
    try {
      return UUID.fromString(page == null ? "" : page).toString();
    } catch (IllegalArgumentException e) {
      throw new InvalidInput("page", "A page is named by a UUID.");
    }
  }

  /** The pages that were closed. */
  private void forget(Instant now) {
    em.createQuery("delete from TicketHere h where h.seenAt < :since")
        .setParameter("since", now.minus(GONE))
        .executeUpdate();
  }
}

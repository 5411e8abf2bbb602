package org.dashdot.ticket;

import jakarta.ejb.Local;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Set;
import org.dashdot.shared.BlindSpot;

/** Tickets of which nobody can tell whether they still burn are what the dot cannot see. */
@Stateless
@LocalBean
@Local(BlindSpot.class)
public class UnconfirmedTickets implements BlindSpot {

  @PersistenceContext(unitName = "dash-dot")
  EntityManager em;

  @Override
  public List<String> blind() {
    long count =
        em.createQuery(
                "select count(t) from Ticket t where t.status in :burning and t.unconfirmed = true",
                Long.class)
            .setParameter("burning", Set.of(TicketStatus.OPEN, TicketStatus.ACKNOWLEDGED))
            .getSingleResult();
    if (count == 0) {
      return List.of();
    }
    return List.of(
        (count == 1 ? "1 ticket is" : count + " tickets are")
            + " unconfirmed: it may burn or be over");
  }
}

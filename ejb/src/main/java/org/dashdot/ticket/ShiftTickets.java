package org.dashdot.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Set;
import org.dashdot.oncall.ShiftEnds;
import org.dashdot.shared.MadeAtStart;

/** What whoever leaves a shift has open. Callers bring the transaction. */
@ApplicationScoped
public class ShiftTickets implements MadeAtStart {

  private static final int MOST = 200;

  @PersistenceContext(unitName = "dash-dot")
  EntityManager em;

  /** The outgoing person's, of the team whose shift ends; the most urgent first. */
  List<Ticket> open(ShiftEnds.End end) {
    return em.createQuery(
            "select t from Ticket t left join fetch t.team left join fetch t.assignee"
                + " where t.assignee.id = :outgoing and t.team.id = :team and t.status in :open"
                + " and (t.collects is null or t.collects <> :window) order by t.priority, t.id",
            Ticket.class)
        .setParameter("outgoing", end.outgoing().id())
        .setParameter("team", end.team().id())
        .setParameter(
            "open", Set.of(TicketStatus.OPEN, TicketStatus.ACKNOWLEDGED, TicketStatus.CLEARED))
        .setParameter("window", Collects.WINDOW)
        .setMaxResults(MOST)
        .getResultList();
  }
}

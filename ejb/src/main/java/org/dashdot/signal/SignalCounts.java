package org.dashdot.signal;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;

/** How much was reported anew, minute by minute. */
@Stateless
public class SignalCounts {

  @PersistenceContext(unitName = "dash-dot")
  EntityManager em;

  /**
   * What was reported anew within one minute.
   *
   * @param minute its beginning
   */
  public record Count(Instant minute, Severity severity, long times) {}

  public void add(List<Count> counts) {
    counts.forEach(c -> em.persist(new SignalCount(c.minute(), c.severity(), c.times())));
  }

  /** Oldest first, each minute and severity once. */
  public List<Count> since(Instant since) {
    return em.createQuery(
            "select new org.dashdot.signal.SignalCounts$Count(c.minute, c.severity, sum(c.times))"
                + " from SignalCount c where c.minute >= :since"
                + " group by c.minute, c.severity order by c.minute, c.severity",
            Count.class)
        .setParameter("since", since)
        .getResultList();
  }
}

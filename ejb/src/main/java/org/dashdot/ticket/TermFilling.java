package org.dashdot.ticket;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.List;
import org.dashdot.signal.Labels;
import org.dashdot.term.TermFill;
import org.dashdot.term.TermIndex;

/** Makes tickets that were opened before there was an index of words found by it. */
@Stateless
public class TermFilling {

  private static final int BATCH = 500;

  @PersistenceContext(unitName = "dash-dot")
  EntityManager em;

  @Inject TermIndex index;

  /**
   * Takes the next batch, in a transaction of its own; of several nodes one works at a time.
   *
   * @return whether there may be more
   */
  public boolean step() {
    TermFill fill = em.find(TermFill.class, TermFill.ID, LockModeType.PESSIMISTIC_WRITE);
    if (fill == null || fill.upTo() == 0) {
      return false;
    }
    List<Object[]> batch =
        em.createQuery(
                "select t.id, t.title, t.labels from Ticket t where t.id <= :upTo"
                    + " order by t.id desc",
                Object[].class)
            .setParameter("upTo", fill.upTo())
            .setMaxResults(BATCH)
            .getResultList();
    lock(batch.stream().map(row -> (Long) row[0]).toList());
    batch.forEach(row -> fill((Long) row[0], (String) row[1], (Labels) row[2]));
    boolean more = batch.size() == BATCH;
    fill.filledDownTo(more ? (Long) batch.get(BATCH - 1)[0] : 1);
    return more;
  }

  /** What joins or is noted meanwhile is found by words too. */
  private void lock(List<Long> ids) {
    em.createQuery("select t from Ticket t where t.id in :ids order by t.id", Ticket.class)
        .setParameter("ids", ids)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  private void fill(Long id, String title, Labels labels) {
    List<String> texts = new ArrayList<>(List.of(String.valueOf(id)));
    texts.addAll(Tickets.texts(title, labels));
    index.also(id, texts);
  }
}

package org.dashdot.check;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The blocks in which the window is stored. */
@Stateless
public class ObservedBlocks {

  @PersistenceContext(unitName = "dash-dot")
  EntityManager em;

  /**
   * @param observed of one source, the oldest first, not empty
   */
  public void keep(Long sourceId, List<Observed> observed) {
    em.persist(new ObservedBlock(sourceId, observed));
  }

  /** The keys of a source's blocks since then, the oldest first; of too many the newest. */
  public List<Long> since(Long sourceId, Instant since, int most) {
    return em
        .createQuery(
            "select b.id from ObservedBlock b where b.sourceId = :source and b.toAt >= :since"
                + " order by b.id desc",
            Long.class)
        .setParameter("source", sourceId)
        .setParameter("since", since)
        .setMaxResults(most)
        .getResultList()
        .stream()
        .sorted()
        .toList();
  }

  /** What the block holds; nothing when it was thrown away meanwhile. */
  public List<Observed> read(Long id) {
    return Optional.ofNullable(em.find(ObservedBlock.class, id))
        .map(ObservedBlock::all)
        .orElse(List.of());
  }

  /** Throws away what is older, and the oldest of what is more than so many bytes. */
  public void trim(Instant before, long mostBytes) {
    delete(before);
    long over =
        em.createQuery("select coalesce(sum(b.size), 0) from ObservedBlock b", Long.class)
                .getSingleResult()
            - mostBytes;
    if (over > 0) {
      delete(endOfOldest(over).plusNanos(1000));
    }
  }

  private void delete(Instant before) {
    em.createQuery("delete from ObservedBlock b where b.toAt < :before")
        .setParameter("before", before)
        .executeUpdate();
  }

  private Instant endOfOldest(long bytes) {
    List<Object[]> oldest =
        em.createQuery("select b.size, b.toAt from ObservedBlock b order by b.toAt", Object[].class)
            .getResultList();
    long left = bytes;
    int at = -1;
    while (left > 0 && at + 1 < oldest.size()) {
      at++;
      left -= ((Number) oldest.get(at)[0]).longValue();
    }
    return (Instant) oldest.get(at)[1];
  }
}

package org.dashdot.access;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/**
 * Chains what was committed, so that nothing of it can be changed, taken out or put in unseen. Who
 * writes an entry does not wait for it: a chain made by the writers would let one write at a time.
 */
@Stateless
public class AuditChain {

  private static final int BATCH = 500;

  @PersistenceContext(unitName = "dash-dot")
  EntityManager em;

  /**
   * What looking through the whole chain found.
   *
   * @param entries how many stand in it
   * @param head the hash of the last one; whoever noted it elsewhere can tell later that nothing
   *     was cut off the end
   * @param brokenAt the first place where something was changed, is missing or was put in; null
   *     when all is as it was
   * @param unsealed how many were committed so lately that they have no place yet
   */
  public record Verdict(long entries, String head, Long brokenAt, long unsealed) {}

  /** Gives the newest entries their places; returns how many. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public int seal() {
    if (unsealed(1).isEmpty()) {
      return 0;
    }
    AuditHead head = em.find(AuditHead.class, AuditHead.ONLY, LockModeType.PESSIMISTIC_WRITE);
    List<AuditEntry> entries = unsealed(BATCH);
    for (AuditEntry entry : entries) {
      entry.seal(head.chainPosition() + 1, head.hash());
      head.moveTo(entry);
    }
    return entries.size();
  }

  private List<AuditEntry> unsealed(int most) {
    return em.createQuery(
            "select e from AuditEntry e where e.chainPosition is null order by e.id",
            AuditEntry.class)
        .setMaxResults(most)
        .getResultList();
  }

  /** Looks through all of it; takes seconds for a million entries. */
  public Verdict verify(Actor actor) {
    Rights.check(actor, Right.ADMINISTER, null);
    AuditHead head = em.find(AuditHead.class, AuditHead.ONLY);
    long position = 0;
    String before = "";
    Long broken = null;
    while (broken == null && position < head.chainPosition()) {
      List<AuditEntry> some = after(position, head.chainPosition());
      for (AuditEntry entry : some) {
        position++;
        if (entry.chainPosition() != position || !entry.follows(before)) {
          broken = position;
          break;
        }
        before = entry.hash();
      }
      if (some.isEmpty()) {
        broken = position + 1;
      }
      em.clear();
    }
    if (broken == null && !before.equals(head.hash())) {
      broken = position;
    }
    return new Verdict(head.chainPosition(), head.hash(), broken, countUnsealed());
  }

  private List<AuditEntry> after(long position, long last) {
    return em.createQuery(
            "select e from AuditEntry e where e.chainPosition > :position"
                + " and e.chainPosition <= :last order by e.chainPosition",
            AuditEntry.class)
        .setParameter("position", position)
        .setParameter("last", last)
        .setMaxResults(BATCH)
        .getResultList();
  }

  private long countUnsealed() {
    return em.createQuery(
            "select count(e) from AuditEntry e where e.chainPosition is null", Long.class)
        .getSingleResult();
  }
}

package org.dashdot.access;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Locale;

/** What was done, for whoever has to know it. */
@Stateless
public class AuditLog {

  private static final int MOST = 500;

  @PersistenceContext(unitName = "dash-dot")
  EntityManager em;

  /**
   * The newest entries first.
   *
   * @param text part of a name, an address, an action or what it was done to; null for all
   * @param before only entries before this number; null for the newest
   * @param limit how many at most, up to 500
   */
  public List<AuditEntry> find(String text, Long before, int limit, Actor actor) {
    Rights.check(actor, Right.ADMINISTER, null);
    String part = text == null ? "" : text.trim().toLowerCase(Locale.ROOT);
    return em.createQuery(
            "select e from AuditEntry e where e.id < :before and (:any = true"
                + " or lower(e.actor) like :part escape '!' or lower(e.origin) like :part escape '!'"
                + " or lower(e.action) like :part escape '!'"
                + " or lower(e.subject) like :part escape '!'"
                + " or lower(e.detail) like :part escape '!') order by e.id desc",
            AuditEntry.class)
        .setParameter("before", before == null ? Long.MAX_VALUE : before)
        .setParameter("any", part.isEmpty())
        .setParameter(
            "part", "%" + part.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%")
        .setMaxResults(Math.min(Math.max(limit, 1), MOST))
        .getResultList();
  }
}

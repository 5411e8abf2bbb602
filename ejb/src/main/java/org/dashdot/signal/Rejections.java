package org.dashdot.signal;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.dashdot.access.Actor;
import org.dashdot.access.Right;
import org.dashdot.access.Rights;

/** Keeps and lists rejected input. */
@Stateless
public class Rejections {

  @PersistenceContext(unitName = "dash-dot")
  EntityManager em;

  /** Kept in a transaction of its own: the one that refused it is rolled back. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void keep(Long sourceId, String integration, Delivery delivery, String reason) {
    em.persist(new RejectedDelivery(sourceId, integration, delivery, reason));
  }

  public List<RejectedDelivery> newest(int most, Actor actor) {
    Rights.check(actor, Right.ADMINISTER, null);
    return em.createQuery(
            "select r from RejectedDelivery r order by r.id desc", RejectedDelivery.class)
        .setMaxResults(most)
        .getResultList();
  }
}

package org.dashdot.signal;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dashdot.access.Actor;
import org.dashdot.access.Audit;
import org.dashdot.access.Right;
import org.dashdot.access.Rights;
import org.dashdot.shared.Unknown;

/** Keeps and lists rejected input. */
@Stateless
public class Rejections {

  private static final int MOST_ALONE = 50;

  @Inject Clock clock;
  @Inject Audit audit;

  @PersistenceContext(unitName = "dash-dot")
  EntityManager em;

  /** Kept in a transaction of its own: the one that refused it is rolled back. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void keep(Long sourceId, String integration, Delivery delivery, String reason) {
    em.persist(
        new RejectedDelivery(
            sourceId, integration, delivery.receivedAt(), delivery.body(), reason));
  }

  /** Keeps each part with its reason; of very many the first ones, and the rest as one. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void keep(Long sourceId, String integration, List<Reading.Refusal> refused) {
    Instant now = clock.instant();
    int alone = Math.min(refused.size(), MOST_ALONE);
    refused
        .subList(0, alone)
        .forEach(r -> em.persist(rejected(sourceId, integration, now, r.raw(), r.reason())));
    if (refused.size() > alone) {
      List<Reading.Refusal> rest = refused.subList(alone, refused.size());
      String raw = rest.stream().map(Reading.Refusal::raw).collect(Collectors.joining("\n"));
      String reason = rest.size() + " more of one delivery, the first: " + rest.get(0).reason();
      em.persist(rejected(sourceId, integration, now, raw, reason));
    }
  }

  private static RejectedDelivery rejected(
      Long sourceId, String integration, Instant now, String raw, String reason) {
    return new RejectedDelivery(
        sourceId, integration, now, raw.getBytes(StandardCharsets.UTF_8), reason);
  }

  /**
   * @throws Unknown when there is none with this number
   */
  public RejectedDelivery byId(Long id, Actor actor) {
    Rights.check(actor, Right.ADMINISTER, null);
    return Optional.ofNullable(em.find(RejectedDelivery.class, id))
        .orElseThrow(() -> new Unknown("There is no rejected input " + id));
  }

  /** It came through after all. */
  public void replayed(Long id, Instant at, Actor actor) {
    byId(id, actor).replayed(at);
    audit.record(actor, "replay rejected input", String.valueOf(id), null);
  }

  /** Of one source, the newest first. */
  public List<RejectedDelivery> of(Long sourceId, int most, Actor actor) {
    Rights.check(actor, Right.ADMINISTER, null);
    return em.createQuery(
            "select r from RejectedDelivery r where r.sourceId = :source order by r.id desc",
            RejectedDelivery.class)
        .setParameter("source", sourceId)
        .setMaxResults(most)
        .getResultList();
  }

  public List<RejectedDelivery> newest(int most, Actor actor) {
    Rights.check(actor, Right.ADMINISTER, null);
    return em.createQuery(
            "select r from RejectedDelivery r order by r.id desc", RejectedDelivery.class)
        .setMaxResults(most)
        .getResultList();
  }
}

package org.dashdot.imperfection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.dashdot.shared.MadeAtStart;

/** The windows and what is suppressed, as they are stored; callers bring the transaction. */
@ApplicationScoped
public class Suppressions implements MadeAtStart {

  @PersistenceContext(unitName = "dash-dot")
  EntityManager em;

  public void add(SuppressionWindow window) {
    em.persist(window);
  }

  public SuppressionWindow byId(Long id) {
    return em.find(SuppressionWindow.class, id);
  }

  public Optional<SuppressionWindow> window(String uuid) {
    return em.createQuery(
            "select w from SuppressionWindow w where w.uuid = :uuid", SuppressionWindow.class)
        .setParameter("uuid", uuid)
        .getResultStream()
        .findFirst();
  }

  /** Locks the window's row, since a person may end what just ends by itself. */
  public SuppressionWindow locked(SuppressionWindow window) {
    em.refresh(window, LockModeType.PESSIMISTIC_WRITE);
    return window;
  }

  /** The newest first. */
  public List<SuppressionWindow> windows(int most) {
    return em.createQuery(
            "select w from SuppressionWindow w order by w.endsAt desc, w.id desc",
            SuppressionWindow.class)
        .setMaxResults(most)
        .getResultList();
  }

  /** Those that suppress now. */
  public List<SuppressionWindow> active(Instant now) {
    return em.createQuery(
            "select w from SuppressionWindow w where w.startsAt <= :now and w.endsAt > :now"
                + " order by w.id",
            SuppressionWindow.class)
        .setParameter("now", now)
        .getResultList();
  }

  /** Those that began and have not looked yet at what burnt before. */
  public List<SuppressionWindow> begun(Instant now) {
    return em.createQuery(
            "select w from SuppressionWindow w where w.startsAt <= :now and w.endsAt > :now"
                + " and w.gatheredAt is null order by w.id",
            SuppressionWindow.class)
        .setParameter("now", now)
        .getResultList();
  }

  /** Those that ended and still hold what they collected. */
  public List<SuppressionWindow> ended(Instant now) {
    return em.createQuery(
            "select w from SuppressionWindow w where w.endsAt <= :now and w.releasedAt is null"
                + " order by w.id",
            SuppressionWindow.class)
        .setParameter("now", now)
        .getResultList();
  }

  void begin(Imperfection imperfection, Suppression.Cause cause, Instant now) {
    em.persist(new Suppression(imperfection.id(), cause, now));
  }

  /** What suppresses these now. */
  public List<Suppression> holding(Collection<Long> imperfectionIds) {
    return imperfectionIds.isEmpty()
        ? List.of()
        : em.createQuery(
                "select s from Suppression s where s.endedAt is null"
                    + " and s.imperfectionId in :ids order by s.id",
                Suppression.class)
            .setParameter("ids", imperfectionIds)
            .getResultList();
  }

  /** Nothing suppresses these any more. */
  public void end(Collection<Long> imperfectionIds, Instant now) {
    holding(imperfectionIds).forEach(suppression -> suppression.end(now));
  }

  /** What this window suppresses, or did until its end; at most so many. */
  public List<Long> heldBy(SuppressionWindow window, int most) {
    return em.createQuery(
            "select s.imperfectionId from Suppression s where s.windowId = :window"
                + " and s.endedAt is null",
            Long.class)
        .setParameter("window", window.id())
        .setMaxResults(most)
        .getResultList();
  }

  /** What was suppressed by something that burns no more. */
  public List<Long> withoutInhibitor(int most) {
    return em.createQuery(
            "select s.imperfectionId from Suppression s, Imperfection i"
                + " where s.endedAt is null and s.inhibitorId = i.id and i.state = :cleared",
            Long.class)
        .setParameter("cleared", Imperfection.State.CLEARED)
        .setMaxResults(most)
        .getResultList();
  }
}

package org.dashdot.imperfection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.dashdot.shared.MadeAtStart;
import org.dashdot.signal.Labels;
import org.dashdot.signal.Severity;

/** The imperfections that are stored; callers bring the transaction. */
@ApplicationScoped
public class Imperfections implements MadeAtStart {

  private static final Set<Imperfection.State> BURNING =
      EnumSet.complementOf(EnumSet.of(Imperfection.State.CLEARED));

  private static final int MOST_INHIBITORS = 10_000;
  private static final int MOST_AT_ONCE = 500;

  @PersistenceContext(unitName = "dash-dot")
  EntityManager em;

  /**
   * Those of the given fingerprints, by fingerprint; locked in the order of the fingerprints, since
   * two senders may say opposite things of one condition in the same moment.
   */
  public Map<String, Imperfection> byFingerprint(Collection<String> fingerprints) {
    return em.createQuery(
            "select i from Imperfection i where i.fingerprint in :fingerprints"
                + " order by i.fingerprint",
            Imperfection.class)
        .setParameter("fingerprints", fingerprints)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .collect(Collectors.toMap(Imperfection::fingerprint, Function.identity()));
  }

  /** Whether any of these sources ever reported a condition. */
  public boolean anyOf(Collection<Long> sourceIds) {
    return !sourceIds.isEmpty()
        && !em.createQuery(
                "select i.id from Imperfection i where i.sourceId in :sources", Long.class)
            .setParameter("sources", sourceIds)
            .setMaxResults(1)
            .getResultList()
            .isEmpty();
  }

  /** What tells a repeat, of those that are stored, by fingerprint; nothing is locked. */
  public Map<String, Repeat> repeats(Collection<String> fingerprints) {
    return em.createQuery(
            "select new org.dashdot.imperfection.Repeat(i.id, i.fingerprint, i.sourceId, i.state,"
                + " i.saidHash, i.startsAt, i.lastSeenAt, i.expiresAt, i.mutedUntil)"
                + " from Imperfection i where i.fingerprint in :fingerprints",
            Repeat.class)
        .setParameter("fingerprints", fingerprints)
        .getResultStream()
        .collect(Collectors.toMap(Repeat::fingerprint, Function.identity()));
  }

  public void add(Imperfection imperfection) {
    em.persist(imperfection);
  }

  /**
   * Counts unchanged repeats in one statement.
   *
   * @param times how often each came since it was written last
   */
  public void repeated(Collection<Long> ids, Instant now, Instant expiresAt, long times) {
    em.createQuery(
            "update Imperfection i set i.times = i.times + :times, i.lastSeenAt = :now,"
                + " i.expiresAt = :expiresAt where i.id in :ids")
        .setParameter("times", times)
        .setParameter("now", now)
        .setParameter("expiresAt", expiresAt)
        .setParameter("ids", ids)
        .executeUpdate();
  }

  /** Open ones that should have been repeated by now, the oldest; locked. */
  public List<Imperfection> expired(Instant now, int most) {
    List<String> found =
        em.createQuery(
                "select i.fingerprint from Imperfection i"
                    + " where i.state = :open and i.expiresAt < :now order by i.expiresAt, i.id",
                String.class)
            .setParameter("open", Imperfection.State.OPEN)
            .setParameter("now", now)
            .setMaxResults(most)
            .getResultList();
    return locked(found, i -> i.state() == Imperfection.State.OPEN && i.expired(now));
  }

  /** What still burns of a source, for comparison with a successful poll; locked. */
  public List<Imperfection> burningOf(Long sourceId) {
    List<String> found =
        em.createQuery(
                "select i.fingerprint from Imperfection i"
                    + " where i.sourceId = :source and i.state in :burning",
                String.class)
            .setParameter("source", sourceId)
            .setParameter("burning", BURNING)
            .getResultList();
    return locked(found, Imperfection::burning);
  }

  /** What was found may have changed until it was locked. */
  private List<Imperfection> locked(List<String> fingerprints, Predicate<Imperfection> still) {
    return fingerprints.isEmpty()
        ? List.of()
        : byFingerprint(fingerprints).values().stream().filter(still).toList();
  }

  /** What burns under any of these names, as bad as one of these; not locked. */
  List<Imperfection> burningNamed(Collection<String> names, Set<Severity> severities) {
    if (names.isEmpty()) {
      return List.of();
    }
    return em.createQuery(
            "select i from Imperfection i where i.name in :names and i.severity in :severities"
                + " and i.state in :burning order by i.id",
            Imperfection.class)
        .setParameter("names", names)
        .setParameter("severities", severities)
        .setParameter("burning", BURNING)
        .setMaxResults(MOST_INHIBITORS)
        .getResultList();
  }

  /** The labels of what burns of a source under a name; not locked. */
  List<Labels> burningLabels(Long sourceId, String name) {
    return em.createQuery(
            "select i.labels from Imperfection i where i.sourceId = :source and i.name = :name"
                + " and i.state in :burning",
            Labels.class)
        .setParameter("source", sourceId)
        .setParameter("name", name)
        .setParameter("burning", BURNING)
        .getResultList();
  }

  /** The numbers of everything that burns and has such labels; not locked. */
  public Set<Long> burning(Predicate<Labels> such) {
    Set<Long> found = new HashSet<>();
    for (List<Imperfection> some = burningAfter(0L); !some.isEmpty(); ) {
      some.stream().filter(i -> such.test(i.labels())).forEach(i -> found.add(i.id()));
      some = burningAfter(some.get(some.size() - 1).id());
    }
    return found;
  }

  private List<Imperfection> burningAfter(Long id) {
    return em.createQuery(
            "select i from Imperfection i where i.id > :id and i.state in :burning order by i.id",
            Imperfection.class)
        .setParameter("id", id)
        .setParameter("burning", BURNING)
        .setMaxResults(MOST_AT_ONCE)
        .getResultList();
  }

  /** Those with these numbers; not locked. */
  public List<Imperfection> byId(Collection<Long> ids) {
    return ids.isEmpty()
        ? List.of()
        : em.createQuery("select i from Imperfection i where i.id in :ids", Imperfection.class)
            .setParameter("ids", ids)
            .getResultList();
  }

  /** Those with these numbers, locked in the order of their fingerprints. */
  public List<Imperfection> locked(Collection<Long> ids) {
    return ids.isEmpty()
        ? List.of()
        : em.createQuery(
                "select i from Imperfection i where i.id in :ids order by i.fingerprint",
                Imperfection.class)
            .setParameter("ids", ids)
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getResultList();
  }

  public long burningCount(Long sourceId) {
    return em.createQuery(
            "select count(i) from Imperfection i"
                + " where i.sourceId = :source and i.state in :burning",
            Long.class)
        .setParameter("source", sourceId)
        .setParameter("burning", BURNING)
        .getSingleResult();
  }
}

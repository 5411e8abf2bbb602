package org.dashdot.oncall;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dashdot.shared.MadeAtStart;

/** Rotations, overrides and absences that are stored; callers bring the transaction. */
@ApplicationScoped
public class DutyBook implements MadeAtStart {

  /** Whoever asks for an earlier moment than this before now asks the database. */
  private static final Duration KEPT = Duration.ofDays(1);

  /** What is over for long is kept in memory no longer than this. */
  private static final Duration OLDEST = Duration.ofHours(6);

  private static final Instant FAR = Instant.parse("9000-01-01T00:00:00Z");

  @PersistenceContext(unitName = "dash-dot")
  EntityManager em;

  @Inject Clock clock;

  private volatile Kept kept;

  private record Kept(String stamp, Instant at, Roster roster, List<PolicyRule> policies) {}

  /**
   * From a day ago on, for ever. It is asked for at every ticket and for every look at the dot: one
   * row is read, and the rest only when that says that something changed.
   */
  Roster current() {
    return kept().roster();
  }

  /** Read again only when something changed, as the roster is. */
  List<PolicyRule> policies() {
    return kept().policies();
  }

  private Kept kept() {
    String stamp =
        em.createQuery("select s.stamp from DutyState s where s.id = :id", String.class)
            .setParameter("id", DutyState.ONLY)
            .getSingleResult();
    Kept known = kept;
    Instant now = clock.instant();
    if (known == null
        || !known.stamp().equals(stamp)
        || known.at().isBefore(now.minus(OLDEST))
        || known.at().isAfter(now.plus(OLDEST))) {
      Roster roster = between(now.minus(KEPT).minus(OLDEST), FAR);
      List<PolicyRule> rules = storedPolicies().stream().map(EscalationPolicy::rule).toList();
      known = new Kept(stamp, now, roster, rules);
      kept = known;
    }
    return known;
  }

  /** With the overrides and absences that meet this time. */
  Roster between(Instant from, Instant until) {
    List<DutyOverride> overrides = overrides(from, until);
    List<Plan.Away> absences = absences(from, until).stream().map(Absence::plan).toList();
    return new Roster(
        rotations().stream()
            .map(
                rotation ->
                    new Roster.Line(
                        rotation.id(),
                        rotation.team().id(),
                        rotation.name(),
                        rotation.zone(),
                        rotation.watched(),
                        new Plan(
                            rotation.layers().stream().map(RotationLayer::plan).toList(),
                            overrides.stream()
                                .filter(o -> o.rotation().id().equals(rotation.id()))
                                .map(DutyOverride::plan)
                                .toList(),
                            absences)))
            .toList());
  }

  /** To be called by whatever changes who is on duty, in its transaction; one at a time. */
  void changed() {
    em.find(DutyState.class, DutyState.ONLY, LockModeType.PESSIMISTIC_WRITE)
        .stamp(UUID.randomUUID().toString());
    em.flush();
  }

  /** By team, and then in the order in which they are asked. */
  List<Rotation> rotations() {
    return em.createQuery(
            "select distinct r from Rotation r join fetch r.team left join fetch r.layers"
                + " order by r.team.name, r.team.id, r.place, r.id",
            Rotation.class)
        .getResultList();
  }

  List<Rotation> rotationsOf(Long team) {
    return em.createQuery(
            "select r from Rotation r where r.team.id = :team order by r.place, r.id",
            Rotation.class)
        .setParameter("team", team)
        .getResultList();
  }

  Optional<Rotation> rotation(Long id) {
    return id == null ? Optional.empty() : Optional.ofNullable(em.find(Rotation.class, id));
  }

  /** By name. */
  List<EscalationPolicy> storedPolicies() {
    return em.createQuery(
            "select p from EscalationPolicy p left join fetch p.team order by p.name, p.id",
            EscalationPolicy.class)
        .getResultList();
  }

  Optional<EscalationPolicy> policy(Long id) {
    return id == null ? Optional.empty() : Optional.ofNullable(em.find(EscalationPolicy.class, id));
  }

  /** The one that was entered last first. */
  List<DutyOverride> overrides(Instant from, Instant until) {
    return em.createQuery(
            "select o from DutyOverride o join fetch o.person where o.endsAt > :from"
                + " and o.startsAt < :until order by o.id desc",
            DutyOverride.class)
        .setParameter("from", from)
        .setParameter("until", until)
        .getResultList();
  }

  Optional<DutyOverride> override(Long id) {
    return id == null ? Optional.empty() : Optional.ofNullable(em.find(DutyOverride.class, id));
  }

  /** Both halves. */
  List<DutyOverride> swap(String swap) {
    return em.createQuery("select o from DutyOverride o where o.swap = :swap", DutyOverride.class)
        .setParameter("swap", swap)
        .getResultList();
  }

  /** The first to begin first. */
  List<Absence> absences(Instant from, Instant until) {
    return em.createQuery(
            "select a from Absence a join fetch a.person where a.endsAt > :from"
                + " and a.startsAt < :until order by a.startsAt, a.id",
            Absence.class)
        .setParameter("from", from)
        .setParameter("until", until)
        .getResultList();
  }

  Optional<Absence> absence(Long id) {
    return id == null ? Optional.empty() : Optional.ofNullable(em.find(Absence.class, id));
  }

  Optional<ShiftHandover> handover(Long rotation, Instant endsAt) {
    return em.createQuery(
            "select h from ShiftHandover h where h.rotation = :rotation and h.endsAt = :endsAt",
            ShiftHandover.class)
        .setParameter("rotation", rotation)
        .setParameter("endsAt", endsAt)
        .getResultStream()
        .findFirst();
  }

  /** Rows of other things that are of no use without the rotation go with it. */
  void remove(Rotation rotation) {
    for (String rows :
        List.of("DutyOverride o where o.rotation.id", "ShiftHandover o where o.rotation")) {
      em.createQuery("delete from " + rows + " = :id")
          .setParameter("id", rotation.id())
          .executeUpdate();
    }
    em.remove(rotation);
  }

  void add(Object entity) {
    em.persist(entity);
  }

  void remove(Object entity) {
    em.remove(entity);
  }
}

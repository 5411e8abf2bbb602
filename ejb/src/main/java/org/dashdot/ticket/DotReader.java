package org.dashdot.ticket;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.dashdot.access.Person;
import org.dashdot.oncall.Duty;
import org.dashdot.shared.BlindSpot;
import org.dashdot.shared.Settings;

/** Counts what the dot shows. */
@Stateless
public class DotReader {

  @PersistenceContext(unitName = "dash-dot")
  EntityManager em;

  @Inject Clock clock;
  @Inject Settings settings;
  @Inject Duty duty;
  @Inject BurstCounts counts;
  @Inject @Any Instance<BlindSpot> blindSpots;

  private List<BlindSpot> spots;

  /**
   * Looked up once: each look-up makes new dependents of this bean, which are kept for as long as
   * it is pooled, and the dot is counted twice a second.
   */
  @PostConstruct
  void findBlindSpots() {
    spots = blindSpots.stream().toList();
  }

  /**
   * What burns at one place with one priority.
   *
   * @param cell the key of the place; empty for nowhere in particular
   * @param storms how many of them are storms, which count as their high groups instead
   * @param unsure how many nobody can tell of whether they still burn
   */
  public record Burning(
      String cell,
      Priority priority,
      int count,
      int unassigned,
      int overdue,
      int storms,
      int unsure) {}

  /** The dot as of now. */
  public Dot now() {
    return of(burning(), stormGroups());
  }

  /** The dot of what was read before, so that the disc and its ring count the same. */
  public Dot of(List<Burning> burning, Map<Long, Integer> stormGroups) {
    return Dot.of(
        counts(burning, stormGroups),
        plenty(),
        told(BlindSpot::blind),
        told(BlindSpot::notes),
        clock.instant());
  }

  /** How many groups with a high member burn on each storm, by its ticket's number. */
  public Map<Long, Integer> stormGroups() {
    return counts.highGroups(clock.instant());
  }

  private List<String> told(Function<BlindSpot, List<String>> what) {
    return spots.stream().flatMap(spot -> what.apply(spot).stream()).sorted().toList();
  }

  /** What the dot counts, by place and priority. */
  public List<Burning> burning() {
    Instant now = clock.instant();
    return Counted.filled(
            em.createQuery(
                "select coalesce(t.cell, ''), t.priority, count(t),"
                    + " sum(case when t.assignee is null then 1 else 0 end),"
                    + " sum(case when t.overdueAt < :now then 1 else 0 end),"
                    + " sum(case when t.collects = :storm then 1 else 0 end),"
                    + " sum(case when t.unconfirmed = true then 1 else 0 end)"
                    + " from Ticket t where "
                    + Counted.CONDITION
                    + " group by coalesce(t.cell, ''), t.priority",
                Object[].class),
            now)
        .setParameter("now", now)
        .setParameter("storm", Collects.STORM)
        .getResultStream()
        .map(
            row ->
                new Burning(
                    (String) row[0],
                    (Priority) row[1],
                    ((Number) row[2]).intValue(),
                    ((Number) row[3]).intValue(),
                    ((Number) row[4]).intValue(),
                    ((Number) row[5]).intValue(),
                    ((Number) row[6]).intValue()))
        .toList();
  }

  private Dot.Counts counts(List<Burning> burning, Map<Long, Integer> stormGroups) {
    int high = stormGroups.values().stream().mapToInt(Integer::intValue).sum();
    int low = 0;
    int unassigned = 0;
    int overdue = 0;
    for (Burning some : burning) {
      high += some.priority().high() ? some.count() - some.storms() : 0;
      low += some.priority().high() ? 0 : some.count();
      unassigned += some.unassigned();
      overdue += some.overdue();
    }
    return new Dot.Counts(high, low, unassigned, overdue, waiting());
  }

  /** The names of those on duty. */
  public List<String> onDuty() {
    return duty.onDuty().stream().map(Person::name).toList();
  }

  int waiting() {
    return em.createQuery(
            "select count(distinct t.id) from WorkItem w join w.ticket t"
                + " where t.status in :burning and t.priority in :low"
                + " and (t.snoozedUntil is null or t.snoozedUntil <= :now)",
            Long.class)
        .setParameter("now", clock.instant())
        .setParameter("burning", TicketStatus.BURNING)
        .setParameter("low", Set.of(Priority.P3, Priority.P4))
        .getSingleResult()
        .intValue();
  }

  private int plenty() {
    int set = settings.number("dot.plenty");
    return set > 0 ? set : Math.max(10, 5 * duty.onDuty().size());
  }
}

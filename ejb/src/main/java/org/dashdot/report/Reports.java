package org.dashdot.report;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.dashdot.access.Actor;
import org.dashdot.access.Right;
import org.dashdot.access.Rights;
import org.dashdot.ticket.Counted;
import org.dashdot.ticket.Priority;

/**
 * Figures over many tickets; each is bounded in time and walks an index, and among very many
 * tickets is as of some minutes ago.
 */
@Stateless
public class Reports {

  private static final int MOST_CLASSES = 10;
  private static final int MOST_TIMES = 5_000;
  private static final int CLASS_DAYS = 30;
  private static final int TREND_DAYS = 14;

  @PersistenceContext(unitName = "dash-dot")
  EntityManager em;

  @Inject LatestFigures latest;
  @Inject Clock clock;

  /**
   * A kind of ticket that came in the last 30 days.
   *
   * @param last the number of the newest
   */
  public record ClassRow(String name, long times, long last) {}

  /** One day, by UTC. */
  public record Day(LocalDate day, long opened, long closed) {}

  /** What burns for a team. */
  public record TeamRow(String team, long high, long low) {}

  /**
   * Of high tickets in the last 14 days, half were quicker.
   *
   * @param acknowledged from detection to acknowledgement; null when there was none
   * @param resolved from detection to resolution; null when there was none
   */
  public record Times(Duration acknowledged, Duration resolved, int tickets) {}

  /** What came more than once in the last 30 days, the most frequent first. */
  public List<ClassRow> classes(Actor actor) {
    Rights.check(actor, Right.SEE, null);
    return latest.classes().get(this::classesNow);
  }

  private List<ClassRow> classesNow() {
    return em.createQuery(
            "select t.classKey, count(t), max(t.id) from Ticket t where t.openedAt > :since"
                + " and t.collects is null group by t.classKey"
                + " having count(t) > 1 order by count(t) desc, t.classKey",
            Object[].class)
        .setParameter("since", clock.instant().minus(Duration.ofDays(CLASS_DAYS)))
        .setMaxResults(MOST_CLASSES)
        .getResultStream()
        .map(row -> new ClassRow((String) row[0], (Long) row[1], (Long) row[2]))
        .toList();
  }

  /** The last 14 days, the oldest first; a day without tickets is there too. */
  public List<Day> trend(Actor actor) {
    Rights.check(actor, Right.SEE, null);
    return latest.trend().get(this::trendNow);
  }

  private List<Day> trendNow() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    LocalDate first = today.minusDays(TREND_DAYS - 1L);
    Map<LocalDate, Long> opened = byDay("openedAt", first);
    Map<LocalDate, Long> closed = byDay("closedAt", first);
    List<Day> days = new ArrayList<>();
    for (LocalDate day = first; !day.isAfter(today); day = day.plusDays(1)) {
      days.add(new Day(day, opened.getOrDefault(day, 0L), closed.getOrDefault(day, 0L)));
    }
    return days;
  }

  /** The column is one of two names of ours. */
  private Map<LocalDate, Long> byDay(String column, LocalDate first) {
    String query =
        column.equals("openedAt")
            ? "select cast(t.openedAt as LocalDate), count(t) from Ticket t"
                + " where t.openedAt >= :first group by cast(t.openedAt as LocalDate)"
            : "select cast(t.closedAt as LocalDate), count(t) from Ticket t"
                + " where t.closedAt >= :first group by cast(t.closedAt as LocalDate)";
    Map<LocalDate, Long> days = new TreeMap<>();
    em.createQuery(query, Object[].class)
        .setParameter("first", first.atStartOfDay(ZoneOffset.UTC).toInstant())
        .getResultList()
        .forEach(row -> days.put((LocalDate) row[0], (Long) row[1]));
    return days;
  }

  public Times times(Actor actor) {
    Rights.check(actor, Right.SEE, null);
    return latest.times().get(this::timesNow);
  }

  private Times timesNow() {
    List<Object[]> rows =
        em.createQuery(
                "select t.openedAt, t.acknowledgedAt, t.resolvedAt from Ticket t"
                    + " where t.openedAt > :since and t.priority in :high order by t.openedAt desc",
                Object[].class)
            .setParameter(
                "since",
                clock.instant().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(TREND_DAYS)))
            .setParameter("high", List.of(Priority.P1, Priority.P2))
            .setMaxResults(MOST_TIMES)
            .getResultList();
    return new Times(
        median(rows, row -> (Instant) row[1]), median(rows, row -> (Instant) row[2]), rows.size());
  }

  private static Duration median(List<Object[]> rows, Function<Object[], Instant> end) {
    List<Duration> spans =
        rows.stream()
            .filter(row -> end.apply(row) != null)
            .map(row -> Duration.between((Instant) row[0], end.apply(row)))
            .sorted()
            .toList();
    return spans.isEmpty() ? null : spans.get(spans.size() / 2);
  }

  /** What the dot counts, by team; those with the most high first. */
  public List<TeamRow> teams(Actor actor) {
    Rights.check(actor, Right.SEE, null);
    return latest.teams().get(this::teamsNow);
  }

  private List<TeamRow> teamsNow() {
    return Counted.filled(
            em.createQuery(
                "select coalesce(m.name, ''),"
                    + " sum(case when t.priority in :high then 1 else 0 end), count(t)"
                    + " from Ticket t left join t.team m where "
                    + Counted.CONDITION
                    + " group by coalesce(m.name, '') order by 2 desc, 3 desc",
                Object[].class),
            clock.instant())
        .setParameter("high", List.of(Priority.P1, Priority.P2))
        .getResultStream()
        .map(
            row -> {
              long high = ((Number) row[1]).longValue();
              return new TeamRow((String) row[0], high, ((Number) row[2]).longValue() - high);
            })
        .toList();
  }
}

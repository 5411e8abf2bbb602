package org.dashdot.ticket;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dashdot.access.Actor;
import org.dashdot.shared.Settings;
import org.dashdot.signal.Severity;

/** Once a week: which rules make most noise, and whether nearly everything is called critical. */
@Stateless
public class NoiseReport {

  private static final Actor TUNING = Actor.system("tuning");
  private static final GroupKey KEY = new GroupKey("noise of the week");
  private static final Duration WEEK = Duration.ofDays(7);
  private static final int SHOWN = 10;

  @PersistenceContext(unitName = "dash-dot")
  EntityManager em;

  @Inject TicketDispatch dispatch;
  @Inject Tickets tickets;
  @Inject Timeline timeline;
  @Inject Settings settings;
  @Inject Clock clock;

  /** The tickets that one rule opened within the week. */
  record Noise(String rule, long tickets, long critical, long unreal, long flapping) {}

  /** Opens a low ticket that says it, or adds to the one that is still open. */
  public void write() {
    Optional<String> text =
        text(
            rules(clock.instant().minus(WEEK)),
            settings.number("noise.least"),
            settings.number("noise.critical-percent"));
    if (text.isEmpty()) {
      return;
    }
    Ticket open = tickets.open(Set.of(KEY.openKey())).get(KEY.openKey());
    if (open == null) {
      dispatch.open(
          KEY,
          "Which rules made most noise this week",
          text.get(),
          Severity.INFO,
          Map.of(),
          TUNING);
    } else {
      timeline.add(open, TimelineEntry.Kind.NOTE, TUNING, text.get());
    }
  }

  /** The noisiest first. */
  List<Noise> rules(Instant since) {
    return em.createQuery(
            "select t.classKey, count(t),"
                + " sum(case when t.severity = :critical then 1 else 0 end),"
                + " sum(case when t.outcome = :unreal then 1 else 0 end),"
                + " sum(case when t.flapping = true then 1 else 0 end)"
                + " from Ticket t where t.openedAt > :since and exists"
                + " (select 1 from TicketImperfection ti where ti.ticketId = t.id)"
                + " group by t.classKey order by count(t) desc, t.classKey",
            Object[].class)
        .setParameter("critical", Severity.CRITICAL)
        .setParameter("unreal", Outcome.FALSE_POSITIVE)
        .setParameter("since", since)
        .getResultStream()
        .map(
            row ->
                new Noise(
                    (String) row[0],
                    number(row[1]),
                    number(row[2]),
                    number(row[3]),
                    number(row[4])))
        .toList();
  }

  private long number(Object count) {
    return ((Number) count).longValue();
  }

  /** Empty when there was too little to speak of. */
  Optional<String> text(List<Noise> rules, int least, int criticalPercent) {
    long all = rules.stream().mapToLong(Noise::tickets).sum();
    if (all < least) {
      return Optional.empty();
    }
    StringBuilder text = new StringBuilder();
    text.append(all).append(" tickets of ").append(rules.size()).append(" rules within a week.");
    rules.stream()
        .limit(SHOWN)
        .forEach(
            r ->
                text.append("\n")
                    .append(r.rule())
                    .append(": ")
                    .append(r.tickets())
                    .append(r.unreal() > 0 ? ", no real problem " + r.unreal() : "")
                    .append(r.flapping() > 0 ? ", came and went " + r.flapping() : ""));
    long critical = rules.stream().mapToLong(Noise::critical).sum();
    if (critical * 100 >= all * criticalPercent) {
      text.append("\n")
          .append(critical)
          .append(" of ")
          .append(all)
          .append(" were called critical: where everything is urgent, nothing is.");
    }
    return Optional.of(text.toString());
  }
}

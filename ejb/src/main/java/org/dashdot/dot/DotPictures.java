package org.dashdot.dot;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dashdot.check.Vitals;
import org.dashdot.imperfection.Suppressions;
import org.dashdot.shared.Settings;
import org.dashdot.signal.Severity;
import org.dashdot.signal.SignalCounts;
import org.dashdot.signal.SignalMeter;
import org.dashdot.ticket.Dot;
import org.dashdot.ticket.DotReader;
import org.dashdot.ticket.DotReader.Burning;
import org.dashdot.ticket.Priority;
import org.dashdot.ticket.Ticket;
import org.dashdot.ticket.TicketPlaces;
import org.dashdot.ticket.TicketStatus;
import org.dashdot.ticket.Timeline;
import org.dashdot.topology.Sightings;

/** Draws up the picture from what is stored; the disc and the ring come from one reading. */
@Stateless
public class DotPictures {

  /** More motes than these cannot be told apart; the rest is counted by cell. */
  static final int MOST_MOTES = 150;

  private static final Duration SHOWN = Duration.ofHours(24);

  @Inject LatestPicture latest;
  @Inject DotReader dots;
  @Inject TicketPlaces places;
  @Inject Timeline timeline;
  @Inject Sightings sightings;
  @Inject SignalCounts counts;
  @Inject SignalMeter meter;
  @Inject Suppressions suppressions;
  @Inject Vitals vitals;
  @Inject Settings settings;
  @Inject Clock clock;

  /** The disc alone. */
  public Dot disc() {
    return now(Scope.WHOLE).dot();
  }

  /** As of now; of very many tickets, as of a moment ago, which its disc says. */
  public DotPicture now(Scope scope) {
    return scope.whole() ? latest.get(() -> counted(scope)) : counted(scope);
  }

  private DotPicture counted(Scope scope) {
    List<Burning> burning = dots.burning();
    Map<Long, Integer> stormGroups = dots.stormGroups();
    int groups = stormGroups.values().stream().mapToInt(Integer::intValue).sum();
    Ring ring = Ring.of(sightings.all(), burning, groups, scope);
    Instant now = clock.instant();
    return new DotPicture(
        dots.of(burning, stormGroups),
        dots.onDuty(),
        suppressions.active(now).size(),
        ring.cells(),
        motes(ring, stormGroups),
        rim(now),
        known(vitals.activity()),
        known(vitals.utilisation()));
  }

  private List<Mote> motes(Ring ring, Map<Long, Integer> stormGroups) {
    List<Ticket> tickets =
        places.counted(MOST_MOTES).stream()
            .filter(ticket -> ring.cellOf(ticket.cell()) != null)
            .toList();
    Map<Long, Instant> touched = timeline.lastTouched(tickets.stream().map(Ticket::id).toList());
    return tickets.stream()
        .map(ticket -> mote(ticket, ring, stormGroups, touched.get(ticket.id())))
        .toList();
  }

  private Mote mote(Ticket t, Ring ring, Map<Long, Integer> stormGroups, Instant touched) {
    return new Mote(
        t.id(),
        t.title(),
        t.priority(),
        ring.cellOf(t.cell()),
        t.assignee() == null ? null : t.assignee().name(),
        stormGroups.getOrDefault(t.id(), 1),
        stage(t),
        t.openedAt(),
        t.acknowledgedAt() == null && t.priority() != Priority.P4 ? acknowledgeBy(t) : null,
        touched,
        t.overdueAt());
  }

  private Instant acknowledgeBy(Ticket ticket) {
    ZoneId zone = ticket.team() == null ? ZoneOffset.UTC : ticket.team().zone();
    return settings
        .of(ticket.sourceName())
        .after(ticket.priority().setting("acknowledge-by"), ticket.urgentSince(), zone);
  }

  private static double stage(Ticket ticket) {
    if (ticket.status() == TicketStatus.CLEARED) {
      return 0.85;
    }
    if (ticket.cause() != null) {
      return 0.7;
    }
    return ticket.acknowledgedAt() == null ? 0.15 : 0.4;
  }

  private List<DotPicture.Tick> rim(Instant now) {
    Map<Instant, Map<Severity, Long>> ticks = new TreeMap<>();
    Stream.concat(
            counts.since(now.minus(SHOWN).truncatedTo(ChronoUnit.MINUTES)).stream(),
            meter.waiting().stream())
        .forEach(
            count ->
                ticks
                    .computeIfAbsent(Rim.begin(count.minute(), now), at -> new TreeMap<>())
                    .merge(count.severity(), count.times(), Long::sum));
    return ticks.entrySet().stream()
        .flatMap(
            at ->
                at.getValue().entrySet().stream()
                    .map(e -> new DotPicture.Tick(at.getKey(), e.getKey(), e.getValue())))
        .toList();
  }

  /** Two digits are seen; more would be news all the time. */
  private static Double known(OptionalDouble share) {
    return share.isPresent() ? Math.round(share.getAsDouble() * 20) / 20.0 : null;
  }
}

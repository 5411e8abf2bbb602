package org.dashdot.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.dashdot.access.Actor;
import org.dashdot.shared.Settings;
import org.dashdot.signal.Labels;
import org.dashdot.ticket.TicketOpening.Fired;

/**
 * When much begins at once, people get one ticket and not a hundred: a <i>storm</i> of many new
 * groups within a minute, or one alert that <i>spreads</i> over many hosts. Callers bring the
 * transaction.
 */
@ApplicationScoped
public class Bursts {

  private static final Actor INTAKE = Actor.system("intake");
  private static final GroupKey STORM = new GroupKey("storm");
  private static final int MINUTES = 60;

  @Inject Tickets tickets;
  @Inject BurstCounts counts;
  @Inject Carrying carrying;
  @Inject Timeline timeline;
  @Inject Settings settings;
  @Inject Clock clock;

  /**
   * Where new groups go together rather than each to a ticket of its own.
   *
   * @param ticket stored already; its process is to be started when it is new
   */
  record Collected(Ticket ticket, boolean begun, Map<GroupKey, List<Fired>> groups) {}

  /** Takes from the new groups those that belong to a storm or a spread. */
  List<Collected> collect(Map<GroupKey, List<Fired>> fresh) {
    Map<GroupKey, List<Fired>> rest = new LinkedHashMap<>(fresh);
    // What burnt long before its source was connected is told in a list, and is no storm.
    rest.values().removeIf(members -> members.stream().allMatch(Fired::foundBurning));
    List<Collected> collected = new ArrayList<>();
    Map<GroupKey, List<Fired>> stormy = on("storm.detection", rest);
    if (!stormy.isEmpty()) {
      storm(stormy).ifPresent(collected::add);
    }
    collected.forEach(c -> rest.keySet().removeAll(c.groups().keySet()));
    Map<GroupKey, List<Fired>> spreading = on("spread.detection", rest);
    if (!spreading.isEmpty()) {
      collected.addAll(spreads(spreading));
    }
    return collected;
  }

  /** The groups whose source has it switched on. */
  private Map<GroupKey, List<Fired>> on(String key, Map<GroupKey, List<Fired>> groups) {
    Map<GroupKey, List<Fired>> such = new LinkedHashMap<>(groups);
    such.values().removeIf(m -> !Boolean.parseBoolean(of(m.get(0)).text(key)));
    return such;
  }

  private Settings of(Fired member) {
    return settings.of(member.sourceName());
  }

  private Optional<Collected> storm(Map<GroupKey, List<Fired>> groups) {
    Instant now = clock.instant();
    Ticket raging = tickets.open(Set.of(STORM.openKey())).get(STORM.openKey());
    if (raging != null && raging.status().burning()) {
      return Optional.of(new Collected(raging, false, groups));
    }
    Instant since = now.minus(settings.duration("storm.window"));
    List<Long> lately = counts.openedByIntake(since);
    if (lately.size() + groups.size() < threshold(lately.size() + groups.size(), now)) {
      return Optional.empty();
    }
    if (raging != null) {
      // It has cleared and waits for its end: it has come back.
      return Optional.of(new Collected(raging, false, groups));
    }
    List<Fired> members = groups.values().stream().flatMap(List::stream).toList();
    Ticket storm =
        begin(
            STORM,
            Collects.STORM,
            "Storm: "
                + (lately.size() + groups.size())
                + " groups within "
                + settings.duration("storm.window").toSeconds()
                + " s",
            "storm",
            Labels.of(Map.of()),
            members);
    absorb(lately, storm, "it is part of a storm");
    return Optional.of(new Collected(storm, true, groups));
  }

  /** So many new groups are a storm: the fixed number, or far more than this hour is used to. */
  private int threshold(int count, Instant now) {
    int most = settings.number("storm.groups");
    int least = settings.number("storm.least");
    if (count >= most || count < least) {
      return most;
    }
    int[] minutes = new int[MINUTES];
    for (Instant opened : counts.openingTimes(now.minus(Duration.ofMinutes(MINUTES)))) {
      minutes[(int) Math.min(MINUTES - 1, Duration.between(opened, now).toMinutes())]++;
    }
    minutes[0] = 0;
    java.util.Arrays.sort(minutes);
    int usual = minutes[(int) Math.ceil(MINUTES * 0.95) - 1];
    return usual == 0
        ? most
        : Math.min(most, Math.max(least, settings.number("storm.factor") * usual + 1));
  }

  private List<Collected> spreads(Map<GroupKey, List<Fired>> groups) {
    Map<String, Map<GroupKey, List<Fired>>> byName = new LinkedHashMap<>();
    groups.forEach(
        (key, members) -> {
          String name = members.get(0).imperfection().labels().name();
          boolean given = members.stream().anyMatch(m -> m.givenGroupKey() != null);
          if (!name.isEmpty() && !given) {
            byName.computeIfAbsent(name, n -> new LinkedHashMap<>()).put(key, members);
          }
        });
    List<Collected> collected = new ArrayList<>();
    byName.forEach((name, some) -> spread(name, some).ifPresent(collected::add));
    return collected;
  }

  private Optional<Collected> spread(String name, Map<GroupKey, List<Fired>> groups) {
    GroupKey key = new GroupKey("spread of " + name);
    Ticket known = tickets.open(Set.of(key.openKey())).get(key.openKey());
    if (known != null) {
      return Optional.of(new Collected(known, false, groups));
    }
    Fired first = groups.values().iterator().next().get(0);
    Instant since = clock.instant().minus(of(first).duration("spread.window"));
    List<Ticket> alike = counts.burningOfClass(name, since);
    Set<String> hosts = new TreeSet<>();
    alike.forEach(ticket -> ticket.labels().host().ifPresent(hosts::add));
    List<Fired> members = groups.values().stream().flatMap(List::stream).toList();
    members.forEach(m -> m.imperfection().labels().host().ifPresent(hosts::add));
    if (hosts.size() < of(first).number("spread.hosts")) {
      return Optional.empty();
    }
    Ticket spread =
        begin(
            key,
            Collects.SPREAD,
            name + " on " + hosts.size() + " hosts: " + String.join(", ", hosts),
            name,
            Labels.of(Map.of("alertname", name)),
            members);
    absorb(alike.stream().map(Ticket::id).toList(), spread, name + " spreads");
    return Optional.of(new Collected(spread, true, groups));
  }

  private Ticket begin(
      GroupKey key,
      Collects what,
      String title,
      String classKey,
      Labels labels,
      Collection<Fired> members) {
    Fired worst = Fired.worst(members);
    Ticket ticket =
        new Ticket(
            new Ticket.Opening(
                title,
                worst.sourceName(),
                key,
                classKey,
                labels,
                worst.imperfection().severity(),
                Links.runbook(worst.imperfection().annotations()),
                Labels.of(Map.of()),
                false,
                clock.instant()));
    ticket.collecting(what);
    tickets.add(ticket);
    tickets.store();
    timeline.add(ticket, TimelineEntry.Kind.OPENED, INTAKE, "opened: " + ticket.title());
    return ticket;
  }

  /** Tickets that opened just before and that nobody took yet are part of it. */
  private void absorb(Collection<Long> ids, Ticket into, String why) {
    for (Long id : ids.stream().sorted().toList()) {
      Ticket ticket = tickets.locked(new TicketNumber(id));
      if (ticket.acknowledgedAt() == null
          && ticket.status().burning()
          && ticket.collects() == null
          && ticket.mergedInto() == null) {
        carrying.carryOn(ticket, into, why, INTAKE);
      }
    }
  }
}

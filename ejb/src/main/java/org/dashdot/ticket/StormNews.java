package org.dashdot.ticket;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dashdot.access.Actor;
import org.dashdot.imperfection.Imperfection;
import org.dashdot.shared.Settings;
import org.dashdot.topology.Surroundings;

/**
 * What a storm looks like, soon after its beginning and from time to time: how much burns, what
 * came first and what most of it rests on, which are the first candidates for its cause.
 */
@Stateless
public class StormNews {

  private static final Actor INTAKE = Actor.system("intake");
  private static final int FIRST = 3;

  @Inject BurstCounts counts;
  @Inject Tickets tickets;
  @Inject Timeline timeline;
  @Inject Surroundings surroundings;
  @Inject Settings settings;
  @Inject Clock clock;
  @Inject Event<TicketEvent> news;

  /** Called again and again; says something of each storm that burns when it is time to. */
  public void tell() {
    Instant now = clock.instant();
    for (Long id : counts.storms()) {
      Ticket storm = tickets.get(new TicketNumber(id));
      if (storm.status().burning() && due(storm, now)) {
        String words = words(tickets.imperfections(id));
        Ticket locked = tickets.locked(storm.number());
        if (!due(locked, now)) {
          // Another node was quicker.
          continue;
        }
        boolean again = timeline.count(id, TimelineEntry.Kind.STORM, Instant.EPOCH) > 0;
        timeline.add(locked, TimelineEntry.Kind.STORM, INTAKE, words);
        if (again) {
          news.fire(
              new TicketEvent(
                  locked, TicketEvent.Kind.GOES_ON, INTAKE, "the storm goes on: " + words));
        }
      }
    }
  }

  /** First when it has had time to gather, then at intervals. */
  private boolean due(Ticket storm, Instant now) {
    Duration gathered = settings.duration("storm.window");
    Instant since = now.minus(settings.duration("storm.update"));
    boolean first = timeline.count(storm.id(), TimelineEntry.Kind.STORM, Instant.EPOCH) == 0;
    return first
        ? !now.isBefore(storm.openedAt().plus(gathered))
        : timeline.count(storm.id(), TimelineEntry.Kind.STORM, since) == 0;
  }

  private String words(List<Imperfection> all) {
    List<Imperfection> burning = all.stream().filter(Imperfection::burning).toList();
    StringBuilder words = new StringBuilder();
    words.append(burning.size()).append(" of ").append(all.size()).append(" burn. First came ");
    words.append(
        all.stream()
            .sorted(Comparator.comparing(Imperfection::startsAt).thenComparing(Imperfection::id))
            .limit(FIRST)
            .map(StormNews::named)
            .collect(Collectors.joining(", ")));
    Map<String, Long> common = surroundings.common(all.stream().map(Imperfection::labels).toList());
    if (common.isEmpty()) {
      words.append(". Nothing is known that most of them rest on.");
    } else {
      words.append(". Most rest on ");
      words.append(
          common.entrySet().stream()
              .map(e -> e.getKey() + " (" + e.getValue() + " of " + all.size() + ")")
              .collect(Collectors.joining(", ")));
      words.append('.');
    }
    return words.toString();
  }

  private static String named(Imperfection one) {
    return one.name() + one.labels().host().map(host -> " on " + host).orElse("");
  }
}

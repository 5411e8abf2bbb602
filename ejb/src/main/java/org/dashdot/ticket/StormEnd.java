package org.dashdot.ticket;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.dashdot.access.Actor;
import org.dashdot.imperfection.Imperfection;
import org.dashdot.imperfection.Imperfections;
import org.dashdot.shared.Settings;
import org.dashdot.signal.Sources;

/** When a storm has calmed down, what still burns gets its own tickets. */
@Stateless
public class StormEnd {

  private static final Actor INTAKE = Actor.system("intake");

  /** Each opens a ticket and its process: so many fit well into one transaction. */
  private static final int GROUPS_AT_ONCE = 50;

  @Inject Tickets tickets;
  @Inject BurstCounts counts;
  @Inject Imperfections imperfections;
  @Inject Timeline timeline;
  @Inject LifecycleMessages messages;
  @Inject TicketOpening opening;
  @Inject Sources sources;
  @Inject Settings settings;
  @Inject Clock clock;
  @Inject Event<TicketEvent> news;

  /** Called again and again: a part of what burns at a time, until nothing is left. */
  public void release() {
    for (Long id : counts.storms()) {
      release(new TicketNumber(id));
    }
  }

  private void release(TicketNumber number) {
    Instant now = clock.instant();
    if (counts.groupsJoinedSince(number, now.minus(settings.duration("storm.quiet")))
        >= settings.number("storm.least")) {
      return;
    }
    tickets.lockImperfections(number);
    Ticket storm = tickets.locked(number);
    if (storm.closedAt() != null) {
      return;
    }
    Set<GroupKey> groups = new LinkedHashSet<>();
    List<TicketOpening.Fired> burning =
        tickets.imperfections(storm.id()).stream()
            .filter(Imperfection::burning)
            .map(this::fired)
            .filter(f -> groups.contains(f.groupKey()) || groups.size() < GROUPS_AT_ONCE)
            .peek(f -> groups.add(f.groupKey()))
            .toList();
    tickets.leave(storm, burning.stream().map(f -> f.imperfection().id()).toList(), now);
    opening.each(burning);
    timeline.add(
        storm,
        TimelineEntry.Kind.NOTE,
        INTAKE,
        "the storm is over; " + groups.size() + " groups that still burn have their own tickets");
    if (tickets.burning(storm.id()) == 0) {
      storm.stopReopening();
      if (storm.clear(now)) {
        timeline.add(storm, TimelineEntry.Kind.CLEARED, INTAKE, "nothing is left on it");
        messages.send(storm, LifecycleMessage.Kind.CLEARED);
        news.fire(new TicketEvent(storm, TicketEvent.Kind.CLEARED, INTAKE));
      }
    }
  }

  private TicketOpening.Fired fired(Imperfection imperfection) {
    return new TicketOpening.Fired(
        imperfection,
        imperfection.givenGroup(),
        sources.byId(imperfection.sourceId()).name(),
        false);
  }
}

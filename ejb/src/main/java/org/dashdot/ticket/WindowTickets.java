package org.dashdot.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dashdot.access.Actor;
import org.dashdot.imperfection.Imperfection;
import org.dashdot.imperfection.Imperfections;
import org.dashdot.imperfection.Matchers;
import org.dashdot.imperfection.Suppression;
import org.dashdot.imperfection.SuppressionWindow;
import org.dashdot.imperfection.Suppressions;
import org.dashdot.imperfection.Suppressor;

/** The tickets of windows: what is suppressed is collected there. Callers bring the transaction. */
@ApplicationScoped
public class WindowTickets {

  private static final Actor SUPPRESSOR = Actor.system("suppressor");

  @Inject Tickets tickets;
  @Inject Timeline timeline;
  @Inject Suppressor suppressor;
  @Inject Suppressions suppressions;
  @Inject Imperfections imperfections;
  @Inject Carrying carrying;
  @Inject Clock clock;

  /**
   * Records what is suppressed of these and collects it where it belongs.
   *
   * @return those that are not suppressed
   */
  List<Imperfection> collect(Collection<Imperfection> burning) {
    if (burning.isEmpty()) {
      return List.of();
    }
    Map<Imperfection, Suppression.Cause> causes = suppressor.suppress(burning);
    Map<Long, List<Imperfection>> byWindow = new LinkedHashMap<>();
    causes.forEach(
        (imperfection, cause) -> {
          if (cause.windowId() != null) {
            byWindow.computeIfAbsent(cause.windowId(), id -> new ArrayList<>()).add(imperfection);
          }
        });
    byWindow.forEach(this::join);
    return burning.stream().filter(i -> !causes.containsKey(i)).toList();
  }

  private void join(Long windowId, List<Imperfection> members) {
    SuppressionWindow window = suppressions.byId(windowId);
    Ticket ticket = tickets.get(new TicketNumber(window.ticketId()));
    tickets.join(ticket, members, clock.instant(), window.kind().words());
    timeline.add(
        ticket,
        TimelineEntry.Kind.JOINED,
        SUPPRESSOR,
        members.size() == 1
            ? members.get(0).name() + " is suppressed"
            : members.size() + " imperfections are suppressed");
  }

  /** Brings what burnt already when the window began: whole tickets are merged into its own. */
  void gather(SuppressionWindow window) {
    Instant now = clock.instant();
    Matchers matchers = window.matchers();
    Ticket collecting = tickets.locked(new TicketNumber(window.ticketId()));
    for (Ticket ticket : tickets.holding(imperfections.burning(matchers::match))) {
      List<Imperfection> members =
          tickets.imperfections(ticket.id()).stream().filter(Imperfection::burning).toList();
      if (ticket.collects() == null && members.stream().allMatch(i -> matchers.match(i.labels()))) {
        suppressor.suppress(members);
        carrying.carryOn(ticket, collecting, window.kind().words(), SUPPRESSOR);
      }
    }
    window.gathered(now);
  }
}

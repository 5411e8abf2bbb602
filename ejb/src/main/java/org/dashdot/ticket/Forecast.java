package org.dashdot.ticket;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dashdot.imperfection.Imperfection;
import org.dashdot.imperfection.Imperfections;
import org.dashdot.imperfection.SuppressionWindow;
import org.dashdot.imperfection.Suppressions;
import org.dashdot.signal.Identity;
import org.dashdot.signal.Signal;

/** Says in a sentence what a signal would do if it came now; changes nothing. */
@Stateless
public class Forecast {

  @Inject Identity identity;
  @Inject Imperfections imperfections;
  @Inject Suppressions suppressions;
  @Inject Tickets tickets;
  @Inject TicketRouting routing;
  @Inject Clock clock;

  public String of(Signal signal, String sourceName) {
    String name = signal.labels().name().isEmpty() ? "an alert" : signal.labels().name();
    Map<String, Imperfection> known =
        imperfections.byFingerprint(List.of(identity.of(signal).value()));
    Imperfection imperfection = known.values().stream().findFirst().orElse(null);
    if (signal.heartbeat()) {
      return name + " would say that " + sourceName + " lives";
    }
    if (!signal.firing()) {
      return imperfection != null && imperfection.burning()
          ? name + " would clear"
          : name + " would change nothing: it does not burn";
    }
    if (imperfection != null && imperfection.burning()) {
      return name + " would be a repeat: it burns since " + imperfection.startsAt();
    }
    return name + " would " + begin(signal, sourceName);
  }

  private String begin(Signal signal, String sourceName) {
    for (SuppressionWindow window : suppressions.active(clock.instant())) {
      if (window.matchers().match(signal.labels())) {
        return "be suppressed by the " + window.kind().words() + " of " + window.author();
      }
    }
    GroupKey key = GroupKey.of(signal.labels(), signal.groupKey(), sourceName);
    Ticket open = tickets.open(Set.of(key.openKey())).get(key.openKey());
    return open == null
        ? "open a ticket, " + routing.priority(signal.severity(), signal.labels())
        : "join ticket #" + open.number();
  }
}

package org.dashdot.ticket;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import org.dashdot.access.Actor;
import org.dashdot.signal.Severity;

/**
 * The low ticket that asks to mend a check, one for each class: whatever speaks against the check
 * while it is open is counted on it.
 */
@Stateless
public class TuneTicket {

  private static final Actor TUNING = Actor.system("tuning");

  @Inject Tickets tickets;
  @Inject TicketDispatch dispatch;
  @Inject Timeline timeline;

  /**
   * Says that the check behind this ticket should be looked at.
   *
   * @param why who says so, and what was wrong with it this time
   */
  public void ask(Ticket about, String why) {
    GroupKey key = new GroupKey("tune the check " + about.classKey());
    Ticket tune = tickets.open(Set.of(key.openKey())).get(key.openKey());
    if (tune == null) {
      tune = tickets.get(open(key, about));
    }
    timeline.add(
        tune,
        TimelineEntry.Kind.NOTE,
        TUNING,
        "#" + about.number() + ", " + why + ". " + precision(about.classKey()));
  }

  private TicketNumber open(GroupKey key, Ticket about) {
    return dispatch.open(
        key,
        "Tune the check " + shortened(about.classKey()),
        null,
        Severity.INFO,
        about.team() == null
            ? Map.of("check", about.classKey())
            : Map.of("check", about.classKey(), "team", about.team().name()),
        TUNING);
  }

  /** How good the check was so far. */
  private String precision(String classKey) {
    long all = tickets.ofClass(classKey, null);
    long wrong = tickets.ofClass(classKey, Outcome.FALSE_POSITIVE);
    return "No real problem so far: " + wrong + " of " + all + " tickets of this check.";
  }

  private static String shortened(String name) {
    return name.length() <= 400 ? name : name.substring(0, 400);
  }
}

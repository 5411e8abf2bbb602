package org.dashdot.ticket;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import org.dashdot.access.Actor;
import org.dashdot.signal.Severity;

/**
 * The ticket that a new dash-dot opens about itself. It can wait, until the first high ticket finds
 * nobody who can be told.
 */
@Stateless
public class SetUpTicket {

  private static final GroupKey KEY = new GroupKey("set-up of dash-dot");

  @Inject Tickets tickets;
  @Inject TicketDispatch dispatch;

  /** Whether a ticket with this group key is the one. */
  public boolean hasKey(String groupKey) {
    return KEY.value().equals(groupKey);
  }

  /** Whether there is still something to set up. */
  public boolean isOpen() {
    return !tickets.open(Set.of(KEY.openKey())).isEmpty();
  }

  /** Opens it; once in the life of a database. */
  public void open(String checklist) {
    dispatch.open(
        KEY,
        "Finish set-up",
        checklist,
        Severity.WARNING,
        Map.of("service", "dash-dot"),
        Actor.system("first start"));
  }

  /** Somebody should have heard of this ticket and has no working channel. */
  public void couldNotTell(Ticket ticket) {
    if (!ticket.priority().high() || ticket.openKey() == null) {
      return;
    }
    tickets
        .open(Set.of(KEY.openKey()))
        .values()
        .forEach(
            setUp -> {
              if (!setUp.priority().high()) {
                dispatch.prioritise(
                    setUp.number(),
                    Priority.P2,
                    "#"
                        + ticket.number()
                        + " is "
                        + ticket.priority()
                        + " and nobody could be told",
                    TicketSeen.ANY,
                    Actor.system("notifier"));
              }
            });
  }
}

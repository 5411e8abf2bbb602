package org.dashdot.web.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.dashdot.signal.Sources;
import org.dashdot.ticket.SetUpTicket;
import org.dashdot.ticket.TicketView;

/** Leads whoever set dash-dot up to what is left to do. */
@Named
@RequestScoped
public class FirstSteps {

  @Inject Sources sources;
  @Inject SetUpTicket setUp;
  @Inject Me me;

  private Boolean alone;

  /** Whether nothing but dash-dot's own watch was ever heard, and this person can change that. */
  public boolean isConnectNext() {
    if (alone == null) {
      alone = me.isAdmin() && !sources.heardFromOutside();
    }
    return alone;
  }

  /** Whether this is the ticket that asks for the set-up, seen by somebody who can do it. */
  public boolean ledBy(TicketView ticket) {
    return me.isAdmin() && ticket.closedAt() == null && setUp.hasKey(ticket.groupKey());
  }
}

package org.dashdot.web.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.dashdot.access.Administration;
import org.dashdot.imperfection.Imperfections;
import org.dashdot.notification.ContactReader;
import org.dashdot.oncall.Duty;
import org.dashdot.signal.Sources;
import org.dashdot.ticket.SetUpTicket;
import org.dashdot.ticket.TicketView;

/** Leads whoever set dash-dot up to what is left to do. */
@Named
@RequestScoped
public class FirstSteps {

  @Inject Sources sources;
  @Inject SetUpTicket setUp;
  @Inject Administration administration;
  @Inject Imperfections imperfections;
  @Inject Duty duty;
  @Inject ContactReader contacts;
  @Inject Me me;

  private Boolean alone;

  /** Whether nothing but dash-dot's own watch was ever heard, and this person can change that. */
  public boolean isConnectNext() {
    if (alone == null) {
      alone = me.isAdmin() && !sources.heardFromOutside();
    }
    return alone;
  }

  /**
   * A step of the set-up, the first one first.
   *
   * @param done whether it can be seen to be done
   */
  public record Step(String name, String address, boolean done) {}

  /** From a source that reports to its first signal on the dot, and on to people who are told. */
  public List<Step> getSteps() {
    boolean heard = sources.heardFromOutside();
    long people =
        administration.people(me.actor()).stream()
            .filter(p -> p.active() && p.email() != null)
            .count();
    return List.of(
        new Step("connect", "/sources/connect", heard),
        new Step("seen", "/", imperfections.anyOf(sources.fromOutside())),
        new Step("people", "/admin/people", people > 1),
        new Step("teams", "/duty", duty.takers() > 1),
        new Step("told", "/account/contacts", contacts.unreachable(me.actor()).isEmpty()));
  }

  /** Whether this is the ticket that asks for the set-up, seen by somebody who can do it. */
  public boolean ledBy(TicketView ticket) {
    return me.isAdmin() && ticket.closedAt() == null && setUp.hasKey(ticket.groupKey());
  }
}

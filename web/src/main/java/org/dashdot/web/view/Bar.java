package org.dashdot.web.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import org.dashdot.access.Right;

/** The links at the top of every page that this person may follow. */
@Named
@RequestScoped
public class Bar {

  @Inject Me me;

  /** A link and whether it leads to where one is. */
  public record Place(String address, String label, boolean current) {}

  /** What everybody on duty needs, in one row. */
  public List<Place> getLinks() {
    return List.of(
        place("/", "/index", "nav.dot"),
        place("/dash", "/dash", "nav.dash"),
        place("/tickets", "/ticket", "nav.tickets"),
        place("/duty", "/duty", "nav.duty"));
  }

  /** Everything else, for those who may see it. */
  public List<Place> getMore() {
    List<Place> more = new ArrayList<>();
    more.add(place("/silences", "/silences", "nav.silences"));
    more.add(place("/checks", "/checks", "nav.checks"));
    more.add(place("/topology", "/topology", "nav.topology"));
    if (me.may(Right.EDIT_RULES, null)) {
      more.add(place("/tables", "/tables", "nav.tables"));
    }
    if (me.isAdmin()) {
      more.add(place("/sources", "/sources", "nav.sources"));
      more.add(place("/admin/people", "/admin/", "nav.administration"));
    }
    more.add(place("/help", "/help", "nav.help"));
    return more;
  }

  /** Whether the page is one of those that are folded away. */
  public boolean isWithin() {
    return getMore().stream().anyMatch(Place::current);
  }

  /** The pages about who is on duty. */
  public List<Place> getDuty() {
    return List.of(
        place("/duty", "/duty.xhtml", "nav.duty.calendar"),
        place("/duty/handover", "/duty/handover", "nav.duty.handover"),
        place("/duty/policies", "/duty/polic", "nav.duty.policies"),
        place("/duty/away", "/duty/away", "nav.duty.away"),
        place("/duty/quality", "/duty/quality", "nav.duty.quality"));
  }

  /** The pages of the administration. */
  public List<Place> getAdministration() {
    return List.of(
        place("/admin/people", "/admin/people", "nav.people"),
        place("/admin/teams", "/admin/teams", "nav.teams"),
        place("/admin/tokens", "/admin/tokens", "nav.tokens"),
        place("/admin/templates", "/admin/templates", "nav.templates"),
        place("/admin/skins", "/admin/skins", "nav.skins"),
        place("/admin/audit", "/admin/audit", "nav.audit"));
  }

  private static Place place(String address, String view, String key) {
    String here = FacesContext.getCurrentInstance().getViewRoot().getViewId();
    return new Place(address, Acts.text(key), here.startsWith(view));
  }
}

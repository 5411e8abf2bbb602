package org.dashdot.web.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.dashdot.access.Right;
import org.dashdot.topology.Edge;
import org.dashdot.topology.Topology;

/** What rests on what, and the import of inventories. */
@Named
@RequestScoped
public class TopologyView {

  private static final int MOST = 500;

  @Inject Topology topology;
  @Inject HttpServletRequest request;
  @Inject Me me;

  private String q;
  private String origin = "inventory";
  private String inventory;

  @PostConstruct
  void read() {
    q = request.getParameter("q");
  }

  public void load() {
    Acts.then("/topology", "topology.done", () -> topology.replace(origin, inventory, me.actor()));
  }

  public void remove() {
    Acts.then("/topology", "topology.removed", () -> topology.remove(origin, me.actor()));
  }

  public List<Edge> getRows() {
    return q == null || q.isBlank() ? topology.all(MOST) : topology.search(q.trim(), MOST);
  }

  public boolean isMay() {
    return me.may(Right.EDIT_RULES, null);
  }

  public String getQ() {
    return q;
  }

  public String getOrigin() {
    return origin;
  }

  public void setOrigin(String origin) {
    this.origin = origin;
  }

  public String getInventory() {
    return inventory;
  }

  public void setInventory(String inventory) {
    this.inventory = inventory;
  }
}

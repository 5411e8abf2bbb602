package org.dashdot.web.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.dashdot.ticket.TicketDesk;
import org.dashdot.ticket.WorkItems;

/** What waits for the person: the next step first, then everything else. */
@Named
@RequestScoped
public class DashView {

  @Inject WorkItems workItems;
  @Inject TicketDesk desk;
  @Inject Me me;

  private List<WorkItems.Row> rows = List.of();

  public void load() {
    rows = workItems.mine(me.actor());
  }

  public List<WorkItems.Row> getRows() {
    return rows;
  }

  /** The most urgent of my own steps; else of those that nobody has; null when nothing waits. */
  public WorkItems.Row getNext() {
    Long person = me.actor().personId();
    return rows.stream()
        .filter(row -> row.assigneeId() != null && row.assigneeId().equals(person))
        .findFirst()
        .or(() -> rows.stream().filter(row -> row.assigneeId() == null).findFirst())
        .orElse(null);
  }

  public boolean isNextMine() {
    return getNext() != null && getNext().assigneeId() != null;
  }
}

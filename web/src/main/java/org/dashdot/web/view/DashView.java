package org.dashdot.web.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.dashdot.report.DashDesk;
import org.dashdot.report.Panel;
import org.dashdot.research.ResearchDesk;
import org.dashdot.ticket.AcknowledgeStep;
import org.dashdot.ticket.Priority;
import org.dashdot.ticket.TicketDesk;
import org.dashdot.ticket.TicketNumber;
import org.dashdot.ticket.TicketQuery;
import org.dashdot.ticket.TicketSearch;
import org.dashdot.ticket.WorkItems;

/** What happens next for the person: one step first, then what their role needs. */
@Named
@RequestScoped
public class DashView {

  private static final int SHOWN = 50;

  @Inject WorkItems workItems;
  @Inject TicketSearch search;
  @Inject TicketDesk desk;
  @Inject ResearchDesk research;
  @Inject DashDesk arrangement;
  @Inject Me me;

  private List<WorkItems.Row> rows = List.of();
  private WorkItems.Row next;
  private Long forgotten;
  private ResearchDesk.Research questions;

  /** Reads before anything is drawn. */
  public void load() {
    // The first call of a bean reads; an action is the only moment before the drawing to call it.
  }

  @PostConstruct
  void read() {
    rows = Acts.asShown("work", () -> workItems.mine(me.actor(), SHOWN + 1));
    next = workItems.next(me.actor()).orElse(null);
    questions =
        next == null ? null : research.research(new TicketNumber(next.ticket()), me.actor());
  }

  private boolean mine(WorkItems.Row row) {
    return row.assigneeId() != null && row.assigneeId().equals(me.actor().personId());
  }

  /** The first of what waits. */
  public List<WorkItems.Row> getRows() {
    return rows.subList(0, Math.min(SHOWN, rows.size()));
  }

  /** Whether more waits than is shown. */
  public boolean isMore() {
    return rows.size() > SHOWN;
  }

  /**
   * My own high ticket that I have not taken; else one that nobody of my teams has; else my own
   * most urgent step; else one that is nobody's; null when nothing waits.
   */
  public WorkItems.Row getNext() {
    return next;
  }

  /** How many tickets of the lowest priority burn longer than they may; each wants a decision. */
  public long getForgotten() {
    if (forgotten == null) {
      forgotten = overdue();
    }
    return forgotten;
  }

  private long overdue() {
    return search
        .find(
            new TicketQuery("overdue", Priority.P4, null, null, null, null, 1, null, false),
            me.actor())
        .total();
  }

  public boolean isNextMine() {
    return next != null && mine(next);
  }

  /** Whether it is somebody else's, who has not taken it. */
  public boolean isNextOfOthers() {
    return next != null && next.assigneeId() != null && !mine(next);
  }

  /** Whether a row needs nothing but somebody who says that it is theirs. */
  public boolean quick(WorkItems.Row row) {
    return row.taskKey().equals(AcknowledgeStep.KEY) && me.mayWork();
  }

  /** What a person of these roles usually looks at when nothing waits for them. */
  public List<Usual> getUsual() {
    return Usual.of(me.actor().roles());
  }

  public void take(long ticket) {
    Acts.then(
        "/dash", "act.take.done", () -> desk.acknowledge(new TicketNumber(ticket), me.actor()));
  }

  /** The four questions of the ticket at hand; null when there is none. */
  public ResearchDesk.Research getQuestions() {
    return questions;
  }

  public List<Panel> getPanels() {
    return Acts.asShown("panels", () -> arrangement.panels(me.actor()));
  }

  public List<Panel> getHidden() {
    return arrangement.hidden(me.actor());
  }

  public void up(String panel) {
    Acts.then("/dash", "dash.arranged", () -> arrangement.up(Panel.valueOf(panel), me.actor()));
  }

  public void hide(String panel) {
    Acts.then("/dash", "dash.arranged", () -> arrangement.hide(Panel.valueOf(panel), me.actor()));
  }

  public void reset() {
    Acts.then("/dash", "dash.arranged", () -> arrangement.reset(me.actor()));
  }
}

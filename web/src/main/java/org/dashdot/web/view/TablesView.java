package org.dashdot.web.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.dashdot.ticket.DecisionTables.Kind;
import org.dashdot.ticket.TableDesk;

/** Both decision tables, and what they say of a ticket that somebody thinks of. */
@Named
@RequestScoped
public class TablesView {

  @Inject TableDesk desk;
  @Inject TrialCase thought;
  @Inject Me me;

  private TableDesk.Trial trial;

  public List<TableDesk.View> getTables() {
    return Arrays.stream(Kind.values()).map(kind -> desk.view(kind, me.actor())).toList();
  }

  public void attempt() {
    Acts.succeeds(() -> trial = desk.attempt(thought.asked(), Map.of(), me.actor()));
  }

  /** Null unless this request tried something. */
  public TableDesk.Trial getTrial() {
    return trial;
  }
}

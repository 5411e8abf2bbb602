package org.dashdot.web.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.dashdot.access.Right;
import org.dashdot.access.Rights;
import org.dashdot.signal.Sources;

/** The sources and what became of them. */
@Named
@RequestScoped
public class SourcesView {

  @Inject Sources sources;
  @Inject Me me;

  private List<Sources.Row> rows = List.of();

  /** Before each drawing, so that a source that was just made is among them. */
  public void read() {
    Rights.check(me.actor(), Right.ADMINISTER, null);
    rows = sources.all();
  }

  public List<Sources.Row> getRows() {
    return rows;
  }

  /** The state in a word that is also its colour's name. */
  public String state(Sources.Row row) {
    return row.state().state().name().toLowerCase(java.util.Locale.ROOT);
  }

  public String stateWord(Sources.Row row) {
    return Acts.text("source." + state(row));
  }
}

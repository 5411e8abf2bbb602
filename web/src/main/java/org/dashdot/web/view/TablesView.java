package org.dashdot.web.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dashdot.imperfection.Matcher;
import org.dashdot.imperfection.Matchers;
import org.dashdot.shared.InvalidInput;
import org.dashdot.signal.Labels;
import org.dashdot.ticket.DecisionTables.Kind;
import org.dashdot.ticket.TableDesk;

/** Both decision tables, and what they say of a ticket that somebody thinks of. */
@Named
@RequestScoped
public class TablesView {

  @Inject TableDesk desk;
  @Inject Me me;

  private String labels;
  private TableDesk.Trial trial;

  public List<TableDesk.View> getTables() {
    return Arrays.stream(Kind.values()).map(kind -> desk.view(kind, me.actor())).toList();
  }

  public void attempt() {
    Acts.succeeds(() -> trial = desk.attempt(labels(labels), Map.of(), me.actor()));
  }

  /** Labels as Prometheus writes them, with or without its braces. */
  static Labels labels(String text) {
    Map<String, String> values = new TreeMap<>();
    String inner = text == null ? "" : text.trim().replaceAll("^\\{|}$", "");
    for (Matcher matcher : Matchers.read(inner)) {
      if (matcher.regex() || !matcher.equal()) {
        throw new InvalidInput("labels", "A label has a value: " + matcher.name() + "=\"…\".");
      }
      values.put(matcher.name(), matcher.value());
    }
    return Labels.of(values);
  }

  /** Null unless this request tried something. */
  public TableDesk.Trial getTrial() {
    return trial;
  }

  public String getLabels() {
    return labels;
  }

  public void setLabels(String labels) {
    this.labels = labels;
  }
}

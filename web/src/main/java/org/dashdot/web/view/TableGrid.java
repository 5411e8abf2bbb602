package org.dashdot.web.view;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.dashdot.ticket.DecisionTables.Grid;
import org.dashdot.ticket.DecisionTables.Input;
import org.dashdot.ticket.DecisionTables.Rule;

/**
 * A decision table while it is edited: what stands in the form's fields, which no save has seen.
 */
public final class TableGrid {

  private static final int MOST_RULES = 500;
  private static final int MOST_COLUMNS = 20;

  /** A row while it is edited. */
  public record Row(String remark, List<String> tests, String result) {}

  private final List<Input> inputs = new ArrayList<>();
  private final List<Row> rows = new ArrayList<>();

  static TableGrid of(Grid grid) {
    TableGrid edited = new TableGrid();
    edited.inputs.addAll(grid.inputs());
    grid.rules().forEach(r -> edited.rows.add(new Row(r.remark(), r.tests(), r.result())));
    return edited;
  }

  /** What the form sends; null when it sends no table. */
  static TableGrid of(HttpServletRequest request) {
    if (request.getParameter("rules") == null) {
      return null;
    }
    TableGrid edited = new TableGrid();
    int columns = count(request, "columns", MOST_COLUMNS);
    for (int c = 0; c < columns; c++) {
      edited.inputs.add(new Input(text(request, "label." + c), text(request, "expression." + c)));
    }
    for (int r = 0; r < count(request, "rules", MOST_RULES); r++) {
      List<String> tests = new ArrayList<>();
      for (int c = 0; c < columns; c++) {
        tests.add(text(request, "test." + r + "." + c));
      }
      edited.rows.add(new Row(text(request, "remark." + r), tests, text(request, "result." + r)));
    }
    return edited;
  }

  private static int count(HttpServletRequest request, String name, int most) {
    String value = request.getParameter(name);
    return value != null && value.matches("\\d{1,3}") ? Math.min(Integer.parseInt(value), most) : 0;
  }

  private static String text(HttpServletRequest request, String name) {
    String value = request.getParameter(name);
    return value == null ? "" : value.trim();
  }

  Grid grid() {
    return new Grid(
        List.copyOf(inputs),
        rows.stream().map(r -> new Rule(r.remark(), r.tests(), r.result())).toList());
  }

  void addRule(int at) {
    if (rows.size() < MOST_RULES) {
      rows.add(at, new Row("", inputs.stream().map(input -> "").toList(), ""));
    }
  }

  void removeRule(int at) {
    rows.remove(at);
  }

  /** The first rule that matches counts, so their order matters. */
  void moveUp(int at) {
    if (at > 0) {
      rows.add(at - 1, rows.remove(at));
    }
  }

  void addColumn() {
    if (inputs.size() < MOST_COLUMNS) {
      inputs.add(new Input("", ""));
      rows.replaceAll(row -> new Row(row.remark(), with(row.tests()), row.result()));
    }
  }

  private static List<String> with(List<String> tests) {
    List<String> more = new ArrayList<>(tests);
    more.add("");
    return more;
  }

  void removeColumn(int at) {
    inputs.remove(at);
    rows.replaceAll(row -> new Row(row.remark(), without(row.tests(), at), row.result()));
  }

  private static List<String> without(List<String> tests, int at) {
    List<String> fewer = new ArrayList<>(tests);
    fewer.remove(at);
    return fewer;
  }

  public List<Input> getInputs() {
    return inputs;
  }

  public List<Row> getRows() {
    return rows;
  }
}

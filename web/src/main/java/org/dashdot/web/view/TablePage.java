package org.dashdot.web.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.dashdot.access.Right;
import org.dashdot.shared.InvalidInput;
import org.dashdot.ticket.DecisionTables.Kind;
import org.dashdot.ticket.TableDesk;

/** One decision table: edited as a grid, tried, saved, uploaded, put back. */
@Named
@RequestScoped
public class TablePage {

  private static final int LARGEST = 1 << 20;
  private static final List<String> FACTS =
      List.of(
          "severity",
          "environment",
          "tier",
          "priorityLabel",
          "teamLabel",
          "hourOfWeek",
          "members",
          "flapping",
          "get value(labels, \"service\")");

  @Inject TableDesk desk;
  @Inject HttpServletRequest request;
  @Inject TrialCase thought;
  @Inject Me me;

  private Kind kind;
  private TableDesk.View table;
  private TableGrid grid;
  private String unreadable;
  private int before;
  private String remark;
  private Part file;
  private TableDesk.Trial trial;

  @PostConstruct
  void read() {
    kind = Kind.of(request.getParameter("name"));
    table = Acts.asShown("table", () -> desk.view(kind, me.actor()));
    before = table.number();
    grid = TableGrid.of(request);
    if (grid == null) {
      try {
        grid = TableGrid.of(desk.grid(kind, table.document(), me.actor()));
      } catch (InvalidInput e) {
        unreadable = e.getMessage();
      }
    }
  }

  public void save() {
    Acts.then(
        address(), "table.saved", () -> desk.save(kind, grid.grid(), before, remark, me.actor()));
  }

  public void upload() {
    Acts.then(
        address(), "table.saved", () -> desk.save(kind, uploaded(), before, remark, me.actor()));
  }

  private String uploaded() {
    if (file == null || file.getSize() == 0) {
      throw new InvalidInput("file", "Choose a DMN file.");
    }
    if (file.getSize() > LARGEST) {
      throw new InvalidInput("file", "The file is larger than 1 MiB.");
    }
    try (InputStream in = file.getInputStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void activate(int number) {
    Acts.then(address(), "table.activated", () -> desk.activate(kind, number, me.actor()));
  }

  /** Tries the labels on what stands in the fields. */
  public void attempt() {
    Acts.succeeds(
        () ->
            trial =
                desk.attempt(
                    thought.asked(),
                    Map.of(kind, desk.draft(kind, grid.grid(), me.actor())),
                    me.actor()));
  }

  public void addRule(int at) {
    grid.addRule(at);
  }

  public void removeRule(int at) {
    grid.removeRule(at);
  }

  public void moveUp(int at) {
    grid.moveUp(at);
  }

  public void addColumn() {
    grid.addColumn();
  }

  public void removeColumn(int at) {
    grid.removeColumn(at);
  }

  private String address() {
    return "/tables/table?name=" + kind.key();
  }

  public String getName() {
    return kind.key();
  }

  /** Whether it says how urgent a ticket is, and not whose. */
  public boolean isPriority() {
    return kind == Kind.PRIORITY;
  }

  public TableDesk.View getTable() {
    return table;
  }

  /** Null when there is more in the table than a grid can show. */
  public TableGrid getGrid() {
    return grid;
  }

  /** Why there is no grid; null when there is one. */
  public String getUnreadable() {
    return unreadable;
  }

  public List<String> getFacts() {
    return FACTS;
  }

  public boolean isMay() {
    return me.may(Right.EDIT_RULES, null);
  }

  /** Null unless this request tried it. */
  public TableDesk.Trial getTrial() {
    return trial;
  }

  public int getBefore() {
    return before;
  }

  public void setBefore(int before) {
    this.before = before;
  }

  public String getRemark() {
    return remark;
  }

  public void setRemark(String remark) {
    this.remark = remark;
  }

  public Part getFile() {
    return file;
  }

  public void setFile(Part file) {
    this.file = file;
  }
}

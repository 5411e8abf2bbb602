package org.dashdot.web.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.MissingResourceException;
import org.dashdot.ticket.FormField;
import org.dashdot.ticket.TicketDesk;
import org.dashdot.ticket.TicketPath;
import org.dashdot.ticket.TicketReader;
import org.dashdot.ticket.TicketView;
import org.dashdot.ticket.WorkItems;

/** The steps that a ticket waits for, as forms; the model says which fields. */
@Named
@RequestScoped
public class TicketSteps {

  @Inject WorkItems workItems;
  @Inject TicketDesk desk;
  @Inject TicketReader reader;
  @Inject TicketPage page;
  @Inject Times times;
  @Inject Me me;

  private List<WorkItems.Row> rows;
  private final Map<String, Map<String, String>> answers = new HashMap<>();

  @PostConstruct
  void read() {
    rows = workItems.ofTicket(page.number(), me.actor());
    TicketView.Suggestion last = page.getTicket().suggestion();
    for (WorkItems.Row row : rows) {
      Map<String, String> answer = new HashMap<>();
      row.form().forEach(field -> answer.put(field.name(), suggested(field, last)));
      answers.put(row.id(), answer);
    }
  }

  private static String suggested(FormField field, TicketView.Suggestion last) {
    if (last == null) {
      return null;
    }
    return switch (field.name()) {
      case "cause" -> last.cause();
      case "response" -> last.response();
      default -> null;
    };
  }

  public List<WorkItems.Row> getRows() {
    return rows;
  }

  /** The ticket's way so far, and what comes next; empty for what only collects. */
  public List<TicketPath.Stop> getPath() {
    return page.isOnlyCollects()
        ? List.of()
        : reader.path(
            page.getTicket(), rows.stream().map(WorkItems.Row::taskKey).toList(), me.actor());
  }

  /** The clock of the first station; of the others how long it took, or who it waits for. */
  public String under(TicketPath.Stop stop) {
    if (stop.standing() == TicketPath.Standing.AHEAD) {
      return Acts.text(stop.byPerson() ? "path.person" : "path.itself");
    }
    return stop.took() == null ? times.at(stop.at()) : Times.words(stop.took());
  }

  public Map<String, Map<String, String>> getAnswers() {
    return answers;
  }

  /** Whose step it is. */
  public String caption(WorkItems.Row row) {
    if (row.assigneeId() == null) {
      return Acts.text("ticket.waits");
    }
    return row.assigneeId().equals(me.actor().personId())
        ? Acts.text("ticket.step")
        : Acts.text("ticket.waits.for") + " " + row.assignee();
  }

  /** Whether the last answer to this kind of ticket fills this step's form. */
  public boolean prefilled(WorkItems.Row row) {
    return page.getTicket().suggestion() != null
        && row.form().stream().anyMatch(field -> field.name().equals("cause"));
  }

  /** The words on the step's button. */
  public String verb(WorkItems.Row row) {
    try {
      return Acts.text("step." + row.taskKey());
    } catch (MissingResourceException e) {
      return Acts.text("step.other");
    }
  }

  public void answer(String taskId) {
    Acts.then(
        page.address(), "step.done", () -> desk.complete(taskId, given(taskId), null, me.actor()));
  }

  private Map<String, String> given(String taskId) {
    Map<String, String> given = new HashMap<>(answers.get(taskId));
    given.values().removeIf(value -> value == null || value.isBlank());
    return given;
  }
}

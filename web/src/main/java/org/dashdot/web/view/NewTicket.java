package org.dashdot.web.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import java.util.TreeMap;
import org.dashdot.shared.InvalidInput;
import org.dashdot.signal.Severity;
import org.dashdot.ticket.TicketDispatch;
import org.dashdot.ticket.TicketNumber;

/** A ticket that a person opens. */
@Named
@RequestScoped
public class NewTicket {

  @Inject TicketDispatch dispatch;
  @Inject Me me;

  private String title;
  private String description;
  private Severity severity = Severity.WARNING;
  private String labels;

  public void open() {
    TicketNumber[] number = new TicketNumber[1];
    Acts.then(
        () -> "/tickets/" + number[0],
        "new.done",
        () -> number[0] = dispatch.open(title, description, severity, labelsByName(), me.actor()));
  }

  private Map<String, String> labelsByName() {
    Map<String, String> byName = new TreeMap<>();
    for (String line : labels == null ? new String[0] : labels.split("\\R")) {
      int equals = line.indexOf('=');
      if (!line.isBlank() && equals < 1) {
        throw new InvalidInput("labels", Acts.text("new.labels.shape"));
      }
      if (!line.isBlank()) {
        byName.put(line.substring(0, equals).trim(), line.substring(equals + 1).trim());
      }
    }
    return byName;
  }

  public Severity[] getSeverities() {
    return Severity.values();
  }

  public String getTitle() {
    return title;
  }

  public void setTitle(String title) {
    this.title = title;
  }

  public String getDescription() {
    return description;
  }

  public void setDescription(String description) {
    this.description = description;
  }

  public Severity getSeverity() {
    return severity;
  }

  public void setSeverity(Severity severity) {
    this.severity = severity;
  }

  public String getLabels() {
    return labels;
  }

  public void setLabels(String labels) {
    this.labels = labels;
  }
}

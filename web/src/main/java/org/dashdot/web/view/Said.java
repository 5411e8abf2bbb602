package org.dashdot.web.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** What the last act came to, in sentences; each knows the input it is about. */
@Named
@RequestScoped
public class Said {

  /**
   * A sentence.
   *
   * @param input the client id of the input at fault; null when it is about none
   */
  public record Sentence(String text, String tone, String input) {}

  public List<Sentence> getAll() {
    FacesContext faces = FacesContext.getCurrentInstance();
    List<Sentence> all = new ArrayList<>();
    Iterator<String> inputs = faces.getClientIdsWithMessages();
    while (inputs.hasNext()) {
      String input = inputs.next();
      for (FacesMessage message : faces.getMessageList(input)) {
        message.rendered();
        all.add(new Sentence(message.getSummary(), tone(message), input));
      }
    }
    return all;
  }

  /** Whether the page shows that what was sent is done; what was typed for it is then history. */
  public boolean isDone() {
    return Acts.done()
        || FacesContext.getCurrentInstance().getMessageList().stream()
            .anyMatch(message -> message.getSeverity() == FacesMessage.SEVERITY_INFO);
  }

  private static String tone(FacesMessage message) {
    return message.getSeverity() == FacesMessage.SEVERITY_INFO ? "fine" : "error";
  }
}

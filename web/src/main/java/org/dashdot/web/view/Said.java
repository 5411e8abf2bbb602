package org.dashdot.web.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.dashdot.web.page.Here;
import org.dashdot.web.page.KeptWords;

/** What the last act came to, in sentences; each knows the input it is about. */
@Named
@RequestScoped
public class Said {

  private static final String FINE = "fine";
  private static final String ERROR = "error";

  /**
   * A sentence.
   *
   * @param input the client id of the input at fault; null when it is about none
   */
  public record Sentence(String text, String tone, String input) {}

  @Inject HttpServletRequest request;

  private List<KeptWords.Sentence> kept;

  public List<Sentence> getAll() {
    FacesContext faces = FacesContext.getCurrentInstance();
    List<Sentence> all = new ArrayList<>();
    kept().forEach(one -> all.add(new Sentence(one.text(), one.done() ? FINE : ERROR, null)));
    Iterator<String> inputs = faces.getClientIdsWithMessages();
    while (inputs.hasNext()) {
      String input = inputs.next();
      for (FacesMessage message : faces.getMessageList(input)) {
        message.rendered();
        all.add(new Sentence(message.getSummary(), ERROR, input));
      }
    }
    return all;
  }

  /** Whether the page shows that what was sent is done; what was typed for it is then history. */
  public boolean isDone() {
    return Acts.done() || kept().stream().anyMatch(KeptWords.Sentence::done);
  }

  /** What was kept for this page; asked for once, since it is kept no longer then. */
  private List<KeptWords.Sentence> kept() {
    if (kept == null) {
      kept = KeptWords.take(request.getSession(false), Here.of(request));
    }
    return kept;
  }
}

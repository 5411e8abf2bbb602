package org.dashdot.web.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.dashdot.web.page.Refusals;

/** What went wrong, in a sentence and with the next step. */
@Named
@RequestScoped
public class ErrorView {

  @Inject HttpServletRequest request;

  private Object sentence;

  @PostConstruct
  void read() {
    HttpSession session = request.getSession(false);
    if (session != null) {
      sentence = session.getAttribute(Refusals.KEPT);
      session.removeAttribute(Refusals.KEPT);
    }
  }

  /** Why it was refused; null when nothing is known. */
  public String getSentence() {
    return sentence == null ? null : sentence.toString();
  }

  /** The number under which the log tells more; null when there is none. */
  public String getId() {
    String id = request.getParameter("id");
    return id != null && id.matches("[0-9a-f-]{36}") ? id : null;
  }

  public boolean isRefused() {
    return request.getParameter("refused") != null;
  }

  public String getTitle() {
    if (isRefused()) {
      return Acts.text("error.refused");
    }
    if (getId() != null) {
      return Acts.text("error.unexpected");
    }
    return Acts.text(
        "403".equals(request.getParameter("status")) ? "error.forbidden" : "error.missing");
  }

  public String getNext() {
    return Acts.text(getId() == null ? "error.next" : "error.next.id");
  }
}

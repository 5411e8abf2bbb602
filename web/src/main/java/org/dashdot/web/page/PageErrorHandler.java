package org.dashdot.web.page;

import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Iterator;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.UUID;

/**
 * Errors that no bean answered. A page that waited too long is shown anew, a refusal is a sentence,
 * anything else is logged under a number that the error page shows. Always by redirect: a forward
 * would lose the nonce of the page's content security policy.
 */
class PageErrorHandler extends ExceptionHandlerWrapper {

  private static final Logger LOG = System.getLogger(PageErrorHandler.class.getName());

  PageErrorHandler(ExceptionHandler wrapped) {
    super(wrapped);
  }

  @Override
  public void handle() {
    Iterator<ExceptionQueuedEvent> events = getUnhandledExceptionQueuedEvents().iterator();
    if (events.hasNext()) {
      Throwable error = Refusals.root(events.next().getContext().getException());
      events.remove();
      FacesContext faces = FacesContext.getCurrentInstance();
      redirect(faces, where(faces, error));
      return;
    }
    getWrapped().handle();
  }

  private static String where(FacesContext faces, Throwable error) {
    if (error instanceof ViewExpiredException) {
      HttpServletRequest request = (HttpServletRequest) faces.getExternalContext().getRequest();
      String here = Here.of(request);
      KeptWords.keep(
          request.getSession(), here, new KeptWords.Sentence(text(faces, "error.expired"), false));
      return here;
    }
    Optional<String> sentence = Refusals.sentence(error);
    if (sentence.isPresent()) {
      faces.getExternalContext().getSessionMap().put(Refusals.KEPT, sentence.get());
      return "/error?refused=true";
    }
    String id = UUID.randomUUID().toString();
    LOG.log(Level.ERROR, "Unexpected error " + id, error);
    return "/error?id=" + id;
  }

  private static String text(FacesContext faces, String key) {
    return ResourceBundle.getBundle(
            "org.dashdot.web.messages", faces.getApplication().getDefaultLocale())
        .getString(key);
  }

  private static void redirect(FacesContext faces, String where) {
    ExternalContext external = faces.getExternalContext();
    try {
      if (!external.isResponseCommitted()) {
        external.responseReset();
        external.redirect(external.getRequestContextPath() + where);
      }
      faces.responseComplete();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

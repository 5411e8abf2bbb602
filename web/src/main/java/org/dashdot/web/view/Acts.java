package org.dashdot.web.view;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ResourceBundle;
import org.dashdot.access.LoginTooOld;
import org.dashdot.shared.InvalidInput;
import org.dashdot.web.page.Refusals;

/** What a page does with a use case: a sentence when it refuses, a fresh page when it is done. */
final class Acts {

  private Acts() {}

  /**
   * Does it and shows the page at the given address with a sentence; a refusal stays on the page,
   * with everything that was typed.
   *
   * @param done the key of the sentence
   */
  static void then(String address, String done, Runnable act) {
    if (succeeds(act)) {
      FacesContext faces = FacesContext.getCurrentInstance();
      faces.getExternalContext().getFlash().setKeepMessages(true);
      say(null, FacesMessage.SEVERITY_INFO, text(done));
      go(address);
    }
  }

  /** Does it; says why when it is refused. */
  static boolean succeeds(Runnable act) {
    try {
      act.run();
      return true;
    } catch (RuntimeException e) {
      if (Refusals.root(e) instanceof LoginTooOld) {
        go("/?login=again&from=" + URLEncoder.encode(here(), StandardCharsets.UTF_8));
        return false;
      }
      say(
          Refusals.root(e) instanceof InvalidInput invalid ? Inputs.named(invalid.field()) : null,
          FacesMessage.SEVERITY_ERROR,
          Refusals.sentence(e).orElseThrow(() -> e));
      return false;
    }
  }

  static void go(String address) {
    FacesContext faces = FacesContext.getCurrentInstance();
    try {
      faces
          .getExternalContext()
          .redirect(faces.getExternalContext().getRequestContextPath() + address);
      faces.responseComplete();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(String key) {
    return ResourceBundle.getBundle("org.dashdot.web.messages").getString(key);
  }

  private static void say(String input, FacesMessage.Severity severity, String sentence) {
    FacesContext.getCurrentInstance().addMessage(input, new FacesMessage(severity, sentence, null));
  }

  private static String here() {
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    String number = external.getRequestParameterMap().get("number");
    String id = external.getRequestParameterMap().get("id");
    if (number != null) {
      return "/tickets/" + number;
    }
    String page = external.getRequestServletPath().replace(".xhtml", "");
    return id != null && id.matches("\\d{1,18}") ? page + "?id=" + id : page;
  }
}

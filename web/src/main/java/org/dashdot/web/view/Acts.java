package org.dashdot.web.view;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.function.Supplier;
import org.dashdot.access.LoginTooOld;
import org.dashdot.shared.InvalidInput;
import org.dashdot.web.page.Here;
import org.dashdot.web.page.KeptWords;
import org.dashdot.web.page.Refusals;

/** What a page does with a use case: a sentence when it refuses, a fresh page when it is done. */
final class Acts {

  private static final String DONE = Acts.class.getName();

  private Acts() {}

  /**
   * Does it and shows the page at the given address with a sentence; a refusal stays on the page,
   * with everything that was typed.
   *
   * @param done the key of the sentence
   */
  static void then(String address, String done, Runnable act) {
    then(() -> address, done, act);
  }

  /** The same where only the act shows which page is next. */
  static void then(Supplier<String> address, String done, Runnable act) {
    if (succeeds(act)) {
      anew(address.get(), new KeptWords.Sentence(text(done), true));
    }
  }

  /** Shows the page at the given address, with the sentence why nothing was done. */
  static void instead(String address, String why) {
    anew(address, new KeptWords.Sentence(text(why), false));
  }

  private static void anew(String address, KeptWords.Sentence sentence) {
    keep(address, sentence);
    go(address);
  }

  /** For the page that the person is led to. */
  static void keep(String address, KeptWords.Sentence sentence) {
    KeptWords.keep(request().getSession(), address, sentence);
  }

  static HttpServletRequest request() {
    return (HttpServletRequest) FacesContext.getCurrentInstance().getExternalContext().getRequest();
  }

  /** Whether this request did what it was sent for. */
  static boolean done() {
    return FacesContext.getCurrentInstance().getAttributes().containsKey(DONE);
  }

  /** Does it; says why when it is refused. */
  static boolean succeeds(Runnable act) {
    try {
      act.run();
      FacesContext.getCurrentInstance().getAttributes().put(DONE, true);
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

  private static String here() {
    return Here.of(request());
  }

  private static void say(String input, FacesMessage.Severity severity, String sentence) {
    FacesContext.getCurrentInstance().addMessage(input, new FacesMessage(severity, sentence, null));
  }

  /**
   * What the page showed when it was drawn: Faces knows a pressed button by its place in the list,
   * and in a list that has grown since, another stands there.
   */
  static <T> T asShown(String key, Supplier<T> now) {
    Object shown = view().get(key);
    @SuppressWarnings("unchecked")
    T known = (T) shown;
    return known == null ? shown(key, now.get()) : known;
  }

  /** What the page shows from now on. */
  static <T> T shown(String key, T value) {
    view().put(key, value);
    return value;
  }

  private static Map<String, Object> view() {
    return FacesContext.getCurrentInstance().getViewRoot().getViewMap();
  }
}

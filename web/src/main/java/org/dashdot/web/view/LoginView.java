package org.dashdot.web.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.dashdot.shared.Settings;

/** The first page: the login for a stranger, the dot for everybody else. */
@Named
@RequestScoped
public class LoginView {

  private static final Set<String> KNOWN =
      Set.of("link", "wall", "failed", "throttled", "expired", "again", "changed");

  @Inject HttpServletRequest request;
  @Inject Me me;

  /** Also for somebody whose login is too old for what they want to do. */
  public boolean isAsked() {
    return me.isAnonymous() || "again".equals(request.getParameter("login"));
  }

  /** What became of the last try; null when there was none. */
  public String getMessage() {
    String login = request.getParameter("login");
    return login != null && KNOWN.contains(login) ? Acts.text("login." + login) : null;
  }

  public boolean isRefused() {
    String login = request.getParameter("login");
    return "failed".equals(login) || "throttled".equals(login);
  }

  /** Whether a stranger sees the look of the dot. */
  public boolean isPublicDot() {
    return "true".equals(Settings.environment("DASHDOT_PUBLIC_DOT"));
  }

  /** Where to go afterwards; the server checks that it is one of its own pages. */
  public String getFrom() {
    String from = request.getParameter("from");
    return from == null ? "/" : from;
  }
}

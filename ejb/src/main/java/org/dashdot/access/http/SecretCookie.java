package org.dashdot.access.http;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import org.dashdot.shared.Settings;

/** A random secret in a cookie that no script can read. */
final class SecretCookie {

  /** The browser's login. */
  static final SecretCookie LOGIN = new SecretCookie("dashdot-login", 30);

  /** What a wall's link was exchanged for; browsers keep no cookie for longer. */
  static final SecretCookie WALL = new SecretCookie("dashdot-wall", 400);

  private final String name;
  private final int seconds;

  private SecretCookie(String name, int days) {
    this.name = name;
    this.seconds = days * 24 * 60 * 60;
  }

  Optional<String> read(HttpServletRequest request) {
    return request.getCookies() == null
        ? Optional.empty()
        : Arrays.stream(request.getCookies())
            .filter(c -> name.equals(c.getName()) && !c.getValue().isBlank())
            .map(Cookie::getValue)
            .findFirst();
  }

  void write(HttpServletRequest request, HttpServletResponse response, String secret) {
    response.addCookie(cookie(request, secret, seconds));
  }

  void clear(HttpServletRequest request, HttpServletResponse response) {
    response.addCookie(cookie(request, "", 0));
  }

  private Cookie cookie(HttpServletRequest request, String value, int lasts) {
    Cookie cookie = new Cookie(name, value);
    cookie.setHttpOnly(true);
    cookie.setPath("/");
    cookie.setMaxAge(lasts);
    String shown = Settings.environment("DASHDOT_PUBLIC_URL");
    cookie.setSecure(request.isSecure() || shown != null && shown.startsWith("https:"));
    cookie.setAttribute("SameSite", "Lax");
    return cookie;
  }
}

package org.dashdot.access.http;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import org.dashdot.shared.Settings;

/** The browser's login: a random secret in a cookie that no script can read. */
final class LoginCookie {

  private static final String NAME = "dashdot-login";
  private static final int DAYS_30 = 30 * 24 * 60 * 60;

  private LoginCookie() {}

  static Optional<String> read(HttpServletRequest request) {
    return request.getCookies() == null
        ? Optional.empty()
        : Arrays.stream(request.getCookies())
            .filter(c -> NAME.equals(c.getName()) && !c.getValue().isBlank())
            .map(Cookie::getValue)
            .findFirst();
  }

  static void write(HttpServletRequest request, HttpServletResponse response, String secret) {
    response.addCookie(cookie(request, secret, DAYS_30));
  }

  static void clear(HttpServletRequest request, HttpServletResponse response) {
    response.addCookie(cookie(request, "", 0));
  }

  private static Cookie cookie(HttpServletRequest request, String value, int seconds) {
    Cookie cookie = new Cookie(NAME, value);
    cookie.setHttpOnly(true);
    cookie.setPath("/");
    cookie.setMaxAge(seconds);
    String shown = Settings.environment("DASHDOT_PUBLIC_URL");
    cookie.setSecure(request.isSecure() || shown != null && shown.startsWith("https:"));
    cookie.setAttribute("SameSite", "Lax");
    return cookie;
  }
}

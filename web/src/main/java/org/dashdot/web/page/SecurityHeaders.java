package org.dashdot.web.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/**
 * Tells browsers what an answer may do. Pages bring their own content security policy with a nonce;
 * everything else gets a fixed one, since two policies would both have to allow.
 */
public class SecurityHeaders extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final List<String> NO_PAGES =
      List.of("/app/", "/api/", "/hooks/", "/engine-rest", "/jakarta.faces.resource/", "/favicon");
  private static final String FIXED =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self'"
          + " data:; font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'self';"
          + " form-action 'self'; frame-ancestors 'none'";

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader("X-Frame-Options", "DENY");
    if (NO_PAGES.stream().anyMatch(path::startsWith)) {
      response.setHeader("Content-Security-Policy", FIXED);
    } else {
      response.setHeader("Cache-Control", "no-store");
    }
    chain.doFilter(request, response);
  }
}

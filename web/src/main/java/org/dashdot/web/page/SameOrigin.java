package org.dashdot.web.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;

/**
 * Another site's page may not act in the name of a person who is logged in here: what changes
 * something and is known by its cookie must come from our own pages. A program's bearer token and a
 * hook's own token no foreign page can add; name and password a browser may have asked for and then
 * adds by itself, like a cookie.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class SameOrigin extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final String REFUSAL =
      "A browser's changes are taken from dash-dot's own pages only."
          + " Programs send an Authorization header and no Origin.";
  static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    boolean rest = path.startsWith("/api/") || path.startsWith("/engine-rest");
    String authorization = request.getHeader("Authorization");
    boolean harmless =
        SAFE.contains(request.getMethod())
            || authorization != null && authorization.startsWith("Bearer ")
            || path.startsWith("/hooks/")
            || ours(
                request.getHeader("Sec-Fetch-Site"),
                request.getHeader("Origin"),
                request.getHeader("Host"),
                !rest || authorization != null);
    if (harmless) {
      chain.doFilter(request, response);
    } else if (rest) {
      ProgramErrors.write(response, path, HttpServletResponse.SC_FORBIDDEN, REFUSAL);
    } else {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
  }

  /**
   * Whether the browser says that the request comes from our own page.
   *
   * @param unsaid the answer when the browser says nothing; Faces forms carry their own token, so
   *     that they may pass
   */
  static boolean ours(String site, String origin, String host, boolean unsaid) {
    if (site != null) {
      return site.equals("same-origin") || unsaid && site.equals("none");
    }
    return origin == null ? unsaid : sameHost(origin, host);
  }

  private static boolean sameHost(String origin, String host) {
    try {
      return host != null && host.equalsIgnoreCase(URI.create(origin).getRawAuthority());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}

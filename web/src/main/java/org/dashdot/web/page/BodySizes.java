package org.dashdot.web.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * A body that announces itself as too large is refused before a byte of it is read; one that does
 * not is counted while it is read.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class BodySizes extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final long LARGEST = 10 << 20;

  /** What multipart puts around the files. */
  private static final long WRAPPING = 64 << 10;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request.getContentLengthLong() <= LARGEST + WRAPPING) {
      chain.doFilter(request, response);
      return;
    }
    int status = HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
    String path = request.getRequestURI().substring(request.getContextPath().length());
    response.setHeader("Connection", "close");
    ProgramErrors.write(response, path, status, ProgramErrors.sentence(status, null));
  }
}

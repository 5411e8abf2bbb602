package org.dashdot.web.page;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import org.dashdot.shared.Durability;

/**
 * No answer to a request that may change something leaves before the change outlives the process: a
 * sender who has read 200 does not send again.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class SettledAnswers extends HttpFilter {

  private static final long serialVersionUID = 1L;

  @Inject private transient Durability durability;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (SameOrigin.SAFE.contains(request.getMethod())) {
      chain.doFilter(request, response);
      return;
    }
    Answer answer = new Answer(response, durability::settle);
    try {
      chain.doFilter(request, answer);
      answer.settle();
    } finally {
      durability.forget();
    }
  }

  /** Settles once, before the first of whatever can bring bytes to the other side. */
  static final class Answer extends HttpServletResponseWrapper {

    private final Runnable settling;
    private boolean settled;

    Answer(HttpServletResponse response, Runnable settling) {
      super(response);
      this.settling = settling;
    }

    void settle() {
      if (!settled) {
        // Before, not after: the error page of a failure is an answer too.
        settled = true;
        settling.run();
      }
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
      settle();
      return super.getOutputStream();
    }

    @Override
    public PrintWriter getWriter() throws IOException {
      settle();
      return super.getWriter();
    }

    @Override
    public void sendRedirect(String location) throws IOException {
      settle();
      super.sendRedirect(location);
    }

    @Override
    public void sendError(int status) throws IOException {
      settle();
      super.sendError(status);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
      settle();
      super.sendError(status, message);
    }

    @Override
    public void flushBuffer() throws IOException {
      settle();
      super.flushBuffer();
    }
  }
}

package org.dashdot.web.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;

/** Where the container sends what went wrong outside of pages: people are led to the error page. */
public class ErrorDoor extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = System.getLogger(ErrorDoor.class.getName());

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    Object error = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
    String id = null;
    if (error instanceof Throwable thrown) {
      id = UUID.randomUUID().toString();
      LOG.log(Level.ERROR, "Unexpected error " + id, thrown);
    }
    int code = status instanceof Integer known ? known : 404;
    if (ProgramErrors.program(path)) {
      if (code == HttpServletResponse.SC_UNAUTHORIZED) {
        ProgramErrors.challenge(request, response);
      }
      ProgramErrors.write(response, path, code, ProgramErrors.sentence(code, id));
      return;
    }
    if (path.startsWith("/error") || !wantsPage(request, path)) {
      response.setStatus(code);
      response.setContentType("text/plain;charset=UTF-8");
      response.getWriter().println(id == null ? "There is nothing here." : "Error " + id);
      return;
    }
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", id == null ? "/error?status=" + status : "/error?id=" + id);
  }

  private static boolean wantsPage(HttpServletRequest request, String path) {
    String accept = request.getHeader("Accept");
    return accept != null && accept.contains("text/html") && !path.startsWith("/app/");
  }
}

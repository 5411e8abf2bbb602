package org.dashdot.web.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

/** The address of the page that a request belongs to, with what it is about. */
public final class Here {

  private Here() {}

  /** Below the context's path; an act that was sent to it leads back to the same person or team. */
  public static String of(HttpServletRequest request) {
    Object first = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
    String uri = first == null ? request.getRequestURI() : first.toString();
    String path = uri.substring(request.getContextPath().length());
    String id = request.getParameter("id");
    return id != null && id.matches("\\d{1,18}") ? path + "?id=" + id : path;
  }
}

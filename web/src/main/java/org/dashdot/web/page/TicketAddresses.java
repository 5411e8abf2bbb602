package org.dashdot.web.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lets {@code /tickets/4711} show the page of ticket 4711, {@code /tickets/4711/research} its
 * questions, and {@code /t/4711} the short one.
 */
public class TicketAddresses extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final Pattern TICKET = Pattern.compile("/(tickets|t)/(\\d{1,18})(/research)?/?");

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    Matcher ticket = TICKET.matcher(path);
    if (ticket.matches()) {
      String page =
          ticket.group(3) != null
              ? "/research"
              : ticket.group(1).equals("t") ? "/glance" : "/ticket";
      request.getRequestDispatcher(page + "?number=" + ticket.group(2)).forward(request, response);
    } else {
      chain.doFilter(request, response);
    }
  }
}

package org.dashdot.web.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.dashdot.search.Everywhere;
import org.dashdot.ticket.TicketNumber;

/** The answer to what somebody typed into the box at the top of every page. */
@Named
@RequestScoped
public class SearchView {

  private static final int LONGEST = 300;

  @Inject Everywhere everywhere;
  @Inject HttpServletRequest request;
  @Inject Me me;

  private Everywhere.Found found;

  /** A ticket's number leads straight to the ticket. */
  public void load() {
    String text = getText();
    if (text.isEmpty()) {
      return;
    }
    Optional<TicketNumber> number = everywhere.ticket(text, me.actor());
    if (number.isPresent()) {
      Acts.go("/tickets/" + number.get());
    } else {
      found = everywhere.find(text, me.actor());
    }
  }

  /** What was asked; empty when nothing was. */
  public String getText() {
    String text = request.getParameter("q");
    String asked = text == null ? "" : text.replace("\0", "").trim();
    return asked.length() > LONGEST ? asked.substring(0, LONGEST) : asked;
  }

  /** Null when nothing was asked. */
  public Everywhere.Found getFound() {
    return found;
  }

  /** As it stands in an address. */
  public String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}

package org.dashdot.web.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.dashdot.notification.TakeLinks;
import org.dashdot.ticket.TicketDesk;
import org.dashdot.ticket.TicketNumber;

/**
 * A ticket at three in the morning: what, whether it still burns, since when, whose. Whoever is
 * logged in sees it, and whoever holds the link of a message.
 */
@Named
@RequestScoped
public class GlanceView {

  private static final DateTimeFormatter SINCE =
      DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

  @Inject TakeLinks links;
  @Inject TicketDesk desk;
  @Inject HttpServletRequest request;
  @Inject Me me;

  private TicketNumber number;
  private String link;
  private TakeLinks.Glance ticket;
  private boolean taken;

  @PostConstruct
  void read() {
    number = TicketNumber.parse(request.getParameter("number"));
    String given = request.getParameter("k");
    link = given == null ? "" : given;
    ticket =
        me.isAnonymous() ? links.look(number, link).orElse(null) : links.look(number, me.actor());
  }

  /** Without a link that holds, one logs in first, and then comes back. */
  public void load() {
    if (ticket == null) {
      String why = link.isEmpty() ? "" : "login=link&";
      String back = URLEncoder.encode("/t/" + number, StandardCharsets.UTF_8);
      Acts.go("/?" + why + "from=" + back);
    }
  }

  public void take() {
    taken =
        Acts.succeeds(
            () -> {
              if (me.isAnonymous()) {
                links.take(number, link);
              } else {
                desk.acknowledge(number, me.actor());
              }
            });
  }

  /** Null when whoever looks may not see it. */
  public TakeLinks.Glance getTicket() {
    return ticket;
  }

  public boolean isTaken() {
    return taken;
  }

  public boolean isTakeable() {
    return ticket.takes() != null && !taken;
  }

  /** Null when it is nobody's. */
  public String getOwner() {
    return taken ? ticket.takes() : ticket.owner();
  }

  public String getLink() {
    return link;
  }

  public String getSince() {
    ZoneId zone = ZoneId.of(ticket.zone());
    return SINCE.format(ticket.since().atZone(zone)) + " (" + zone + ")";
  }

  public String getStanding() {
    return Acts.text("standing." + ticket.status().toLowerCase(Locale.ROOT));
  }

  public String getTone() {
    return ticket.burning() ? "high" : "ok";
  }
}

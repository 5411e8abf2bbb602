package org.dashdot.web.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dashdot.access.Right;
import org.dashdot.imperfection.Matcher;
import org.dashdot.research.ResearchDesk;
import org.dashdot.signal.Labels;
import org.dashdot.ticket.Collects;
import org.dashdot.ticket.Link;
import org.dashdot.ticket.TicketNumber;
import org.dashdot.ticket.TicketReader;
import org.dashdot.ticket.TicketSeen;
import org.dashdot.ticket.TicketView;
import org.dashdot.topology.Edge;
import org.dashdot.topology.Place;
import org.dashdot.topology.Surroundings;

/** One ticket, as its page shows it. */
@Named
@RequestScoped
public class TicketPage {

  private static final int AROUND = 12;
  private static final int SHOWN = 50;
  private static final int ENTRIES = 200;
  private static final int MOST_ENTRIES = 5000;
  private static final int EARLIER = 5;
  private static final int MEANWHILE = 3;

  /** What may have changed that somebody else is about to change. */
  private static final Set<String> CHANGES =
      Set.of("ROUTED", "ASSIGNED", "HANDED_BACK", "ACKNOWLEDGED", "PRIORITY", "SNOOZED");

  @Inject TicketReader reader;
  @Inject HttpServletRequest request;
  @Inject Surroundings surroundings;
  @Inject ResearchDesk research;
  @Inject Me me;

  private TicketNumber number;
  private TicketView ticket;
  private List<TicketReader.Entry> entries;
  private List<TicketReader.Earlier> earlier;
  private TicketSeen seen;
  private Optional<TicketReader.Next> next;
  private long told;
  private TicketReader.Size size;
  private String standing;

  @PostConstruct
  void read() {
    number = TicketNumber.parse(request.getParameter("number"));
    ticket = reader.view(number, SHOWN, me.actor());
    entries = reader.latest(number, isWhole() ? MOST_ENTRIES : ENTRIES, me.actor());
    size = reader.size(number, me.actor());
    standing = reader.standing(number, me.actor());
    seen = Acts.asShown("seen", () -> TicketSeen.of(ticket));
    told = Acts.asShown("told", size::told);
  }

  /** How the ticket looked when the page was drawn. */
  TicketSeen seen() {
    return seen;
  }

  /**
   * What others did since the page was drawn, in a sentence each; what is done next is done to the
   * ticket as it is now.
   */
  String meanwhile() {
    String news =
        entries.stream()
            .filter(entry -> !entry.kind().equals("VIEWED"))
            .limit(size.told() - told)
            .filter(entry -> CHANGES.contains(entry.kind()))
            .limit(MEANWHILE)
            .map(entry -> entry.actor() + ": " + entry.text())
            .collect(Collectors.joining("; "));
    Acts.shown("seen", TicketSeen.of(ticket));
    Acts.shown("told", size.told());
    return news.isEmpty() ? Acts.text("act.overtaken.other") : news;
  }

  /** Reads the ticket before anything is drawn, so that an unknown one can be told as such. */
  public void load() {
    // The first call of a bean reads; an action is the only moment before the drawing to call it.
  }

  TicketNumber number() {
    return number;
  }

  String address() {
    return "/tickets/" + number;
  }

  public TicketView getTicket() {
    return ticket;
  }

  /** Newest first. */
  public List<TicketReader.Entry> getEntries() {
    return entries;
  }

  /** Whether all of its history is asked for. */
  public boolean isWhole() {
    return "all".equals(request.getParameter("history"));
  }

  /** Whether there is more of its history than is shown. */
  public boolean isOlder() {
    return !isWhole() && entries.size() == ENTRIES;
  }

  /**
   * What this page shows of the ticket, in short, so that it can tell when that is no longer so.
   */
  public String getTag() {
    return standing;
  }

  /** How it stands, in the words of the header. */
  public String getStanding() {
    if (isOnlyCollects() && ticket.closedAt() == null) {
      return Acts.text("standing.collects");
    }
    String key =
        ticket.unconfirmed() && ticket.burning()
            ? "unconfirmed"
            : ticket.status().name().toLowerCase(java.util.Locale.ROOT);
    return Acts.text("standing." + key);
  }

  /** The colour of {@link #getStanding}. */
  public String getTone() {
    if (isOnlyCollects()) {
      return "ok";
    }
    if (ticket.burning()) {
      return ticket.unconfirmed() ? "busy" : "high";
    }
    return "ok";
  }

  /** Whether people may act on it; what collects for a window ends with that. */
  public boolean isOpen() {
    return ticket.closedAt() == null && !isOnlyCollects();
  }

  public boolean isOnlyCollects() {
    return ticket.collects() == Collects.WINDOW;
  }

  /** What a silence of this ticket would hold, to begin with. */
  public String getSilence() {
    StringBuilder matchers = new StringBuilder();
    for (String name : List.of("alertname", "instance", "service")) {
      String value = ticket.labels().get(name);
      if (value != null) {
        matchers.append(matchers.isEmpty() ? "" : ", ").append(Matcher.of(name, value));
      }
    }
    return java.net.URLEncoder.encode(matchers.toString(), java.nio.charset.StandardCharsets.UTF_8);
  }

  public boolean isMine() {
    return ticket.assigneeId() != null && ticket.assigneeId().equals(me.actor().personId());
  }

  public boolean may(String right) {
    return me.may(Right.valueOf(right), ticket.teamId());
  }

  /** The first of its imperfections; a storm may have very many. */
  public List<TicketView.ImperfectionView> getImperfections() {
    return ticket.imperfections();
  }

  /** Who is told next unless somebody takes it; null when nobody is. */
  public TicketReader.Next getNextTold() {
    if (next == null) {
      next = reader.nextTold(number, me.actor());
    }
    return next.orElse(null);
  }

  /** Where it burns; null for nowhere in particular. */
  public Place getWhere() {
    return reader.where(number, me.actor()).orElse(null);
  }

  /** Where to look on, about the time when it began. */
  public List<Link> getLinks() {
    return research.links(number, me.actor());
  }

  /** What the source says of the worst that still burns, where the title does not say it. */
  public String getMore() {
    return ticket.imperfections().stream()
        .filter(one -> !one.state().equals("CLEARED"))
        .flatMap(one -> Stream.of("description", "message", "summary").map(one.annotations()::get))
        .filter(text -> text != null && !text.isBlank() && !ticket.title().contains(text.trim()))
        .findFirst()
        .orElse(null);
  }

  /** How many of its conditions still burn, in words; null where there is only one. */
  public String getHowMany() {
    long burning =
        ticket.imperfections().stream().filter(one -> !one.state().equals("CLEARED")).count();
    return size.imperfections() < 2 || size.imperfections() > SHOWN
        ? null
        : Acts.text("ticket.howmany")
            .replace("{0}", String.valueOf(burning))
            .replace("{1}", String.valueOf(size.imperfections()));
  }

  /** The last ones of this kind. */
  public List<TicketReader.Earlier> getEarlier() {
    if (earlier == null) {
      earlier = reader.earlier(number, EARLIER, me.actor());
    }
    return earlier;
  }

  /** What rests on what around the place where it burns; empty when nothing is known. */
  public List<Edge.Fact> getAround() {
    return surroundings.around(Labels.of(ticket.labels())).stream().limit(AROUND).toList();
  }

  /** Whether it burns anywhere that something could be known of. */
  public boolean isSomewhere() {
    Labels labels = Labels.of(ticket.labels());
    return labels.host().isPresent() || labels.service().isPresent();
  }

  /** How many of its imperfections can be told apart: from two on, some can be split off. */
  public int getUnsplit() {
    return ticket.imperfections().stream().anyMatch(one -> !one.state().equals("CLEARED"))
        ? getImperfections().size()
        : 0;
  }

  public int getUnshown() {
    return (int) (size.imperfections() - ticket.imperfections().size());
  }
}

package org.dashdot.web.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.dashdot.dot.CellReader;
import org.dashdot.dot.CellReader.Row;
import org.dashdot.shared.Unknown;
import org.dashdot.topology.Edge;
import org.dashdot.topology.Place;

/** One place: what burns there, its tickets of all times, and what rests on what. */
@Named
@RequestScoped
public class CellView {

  private static final int PAGE = 50;

  @Inject CellReader cells;
  @Inject HttpServletRequest request;
  @Inject Me me;

  private Optional<Place> place;
  private List<CellReader.Condition> burning;
  private List<Row> tickets;

  /** Refuses what is no place's key. */
  public void load() {
    String of = request.getParameter("of");
    place = Place.read(of);
    if (of == null || place.isEmpty() && !of.equals(Place.NOWHERE)) {
      throw new Unknown("This is no place on the ring.");
    }
    burning = cells.burning(of, me.actor());
    tickets = cells.tickets(of, before(), PAGE + 1, me.actor());
  }

  private Long before() {
    String before = request.getParameter("before");
    return before != null && before.matches("\\d{1,18}") ? Long.valueOf(before) : null;
  }

  public boolean isPlace() {
    return place.isPresent();
  }

  public String getName() {
    return place.map(Place::name).orElseGet(() -> Acts.text("cell.elsewhere"));
  }

  public String getTier() {
    return place.map(p -> p.tier().word()).orElse("");
  }

  public List<CellReader.Condition> getBurning() {
    return burning;
  }

  public List<Row> getTickets() {
    return tickets.subList(0, Math.min(PAGE, tickets.size()));
  }

  /** Where the next page begins; null on the last one. */
  public Long getOlder() {
    return tickets.size() > PAGE ? tickets.get(PAGE - 1).number() : null;
  }

  /** The place's key as an address has it. */
  public String getEncoded() {
    return URLEncoder.encode(place.map(Place::key).orElse(""), StandardCharsets.UTF_8);
  }

  public List<Edge.Fact> getEdges() {
    return place.map(cells::edges).orElse(List.of());
  }
}

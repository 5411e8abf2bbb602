package org.dashdot.dot;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.dashdot.access.Actor;
import org.dashdot.imperfection.Imperfection;
import org.dashdot.signal.Source;
import org.dashdot.signal.Sources;
import org.dashdot.ticket.Priority;
import org.dashdot.ticket.TicketPlaces;
import org.dashdot.topology.Edge;
import org.dashdot.topology.Place;
import org.dashdot.topology.Surroundings;

/** Everything about one cell of the ring. */
@Stateless
public class CellReader {

  private static final int MOST_BURNING = 200;

  @Inject TicketPlaces places;
  @Inject Sources sources;
  @Inject Surroundings surroundings;

  /**
   * What a source says of the place.
   *
   * @param state whether it burns or nobody can tell
   */
  public record Condition(
      String name, String severity, String source, String state, Instant since) {}

  /**
   * A ticket of the place.
   *
   * @param assignee null when it is nobody's
   */
  public record Row(
      long number,
      String title,
      Priority priority,
      String status,
      String assignee,
      Instant openedAt) {}

  /** What burns on its open tickets, by source; at most {@value #MOST_BURNING}. */
  public List<Condition> burning(String cell, Actor actor) {
    Map<Long, String> names =
        sources.all().stream()
            .map(Sources.Row::source)
            .collect(Collectors.toMap(Source::id, Source::name));
    return places.burning(cell, MOST_BURNING, actor).stream()
        .map(i -> condition(i, names.getOrDefault(i.sourceId(), "")))
        .toList();
  }

  private static Condition condition(Imperfection i, String source) {
    return new Condition(
        i.name(),
        i.severity().word(),
        source,
        i.state() == Imperfection.State.OPEN ? "burns" : "not sure",
        i.startsAt());
  }

  /**
   * Its tickets, open and past, the newest first.
   *
   * @param before only those with a smaller number; null from the newest on
   */
  public List<Row> tickets(String cell, Long before, int most, Actor actor) {
    return places.of(cell, before, most, actor).stream()
        .map(
            t ->
                new Row(
                    t.id(),
                    t.title(),
                    t.priority(),
                    t.status().name().toLowerCase(Locale.ROOT),
                    t.assignee() == null ? null : t.assignee().name(),
                    t.openedAt()))
        .toList();
  }

  /** What it rests on, and what rests on it. */
  public List<Edge.Fact> edges(Place place) {
    return surroundings.at(place);
  }
}

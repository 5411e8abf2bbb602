package org.dashdot.ticket;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A ticket's way from detection to closing, in a line: what happened when, where it stands, and
 * what comes next. The process's model has the whole of it.
 */
public final class TicketPath {

  /** A station on the way. */
  public enum Station {
    OPENED,
    TOLD,
    ACKNOWLEDGED,
    EXPLAINED,
    CLEARED,
    RESOLVED,
    REVIEWED,
    CLOSED
  }

  /** Whether a station is behind, is waited for now, or lies ahead. */
  public enum Standing {
    PASSED,
    HERE,
    AHEAD
  }

  /**
   * One station of a ticket's way.
   *
   * @param at when it was passed; null when it was not
   * @param took since the station before it; of the one that is waited for, until now; null of the
   *     first one and of those ahead
   * @param byPerson whether it waits, or will wait, for a person; of those that were passed false
   */
  public record Stop(
      Station station, Standing standing, Instant at, Duration took, boolean byPerson) {}

  private static final Map<String, Station> OF_STEPS =
      Map.of(
          AcknowledgeStep.KEY,
          Station.ACKNOWLEDGED,
          ResolveStep.KEY,
          Station.EXPLAINED,
          ConfirmOverStep.KEY,
          Station.CLEARED,
          "Task_Review",
          Station.REVIEWED);
  private static final Set<Station> BY_PEOPLE =
      Set.of(Station.ACKNOWLEDGED, Station.EXPLAINED, Station.REVIEWED);

  /** What the way is made of besides the facts of the ticket. */
  static final Set<TimelineEntry.Kind> TOLD_OF =
      Set.of(TimelineEntry.Kind.TOLD, TimelineEntry.Kind.EXPLAINED, TimelineEntry.Kind.REVIEWED);

  private TicketPath() {}

  /**
   * The way of a ticket.
   *
   * @param told when what is no fact of the ticket happened first and last
   * @param waiting the keys of the human steps that it waits for
   */
  public static List<Stop> of(
      TicketView ticket,
      Map<TimelineEntry.Kind, List<Instant>> told,
      Collection<String> waiting,
      Instant now) {
    Map<Station, Instant> passed = passed(ticket, told);
    List<Stop> stops = new ArrayList<>();
    Instant before = null;
    for (var one : inOrder(passed)) {
      stops.add(
          new Stop(
              one.getKey(),
              Standing.PASSED,
              one.getValue(),
              before == null ? null : Duration.between(before, one.getValue()),
              false));
      before = one.getValue();
    }
    if (ticket.closedAt() != null) {
      return stops;
    }
    Station here = here(ticket, waiting);
    stops.add(
        new Stop(
            here,
            Standing.HERE,
            null,
            Duration.between(before == null ? ticket.openedAt() : before, now),
            waiting.stream().anyMatch(key -> OF_STEPS.get(key) == here)));
    for (Station station : Station.values()) {
      if (station.compareTo(here) > 0 && !passed.containsKey(station) && ahead(station, ticket)) {
        stops.add(new Stop(station, Standing.AHEAD, null, null, BY_PEOPLE.contains(station)));
      }
    }
    return stops;
  }

  private static Map<Station, Instant> passed(
      TicketView ticket, Map<TimelineEntry.Kind, List<Instant>> told) {
    Map<Station, Instant> passed = new EnumMap<>(Station.class);
    put(passed, Station.OPENED, ticket.openedAt());
    put(passed, Station.TOLD, first(told, TimelineEntry.Kind.TOLD));
    put(passed, Station.ACKNOWLEDGED, ticket.acknowledgedAt());
    put(
        passed,
        Station.EXPLAINED,
        ticket.cause() == null ? null : last(told, TimelineEntry.Kind.EXPLAINED));
    put(passed, Station.CLEARED, ticket.clearedAt());
    put(passed, Station.RESOLVED, ticket.resolvedAt());
    put(passed, Station.REVIEWED, last(told, TimelineEntry.Kind.REVIEWED));
    put(passed, Station.CLOSED, ticket.closedAt());
    return passed;
  }

  private static void put(Map<Station, Instant> passed, Station station, Instant at) {
    if (at != null) {
      passed.put(station, at);
    }
  }

  private static List<Map.Entry<Station, Instant>> inOrder(Map<Station, Instant> passed) {
    return passed.entrySet().stream()
        .sorted(Map.Entry.<Station, Instant>comparingByValue().thenComparing(Map.Entry::getKey))
        .toList();
  }

  private static Instant first(
      Map<TimelineEntry.Kind, List<Instant>> told, TimelineEntry.Kind kind) {
    return told.containsKey(kind) ? Collections.min(told.get(kind)) : null;
  }

  private static Instant last(
      Map<TimelineEntry.Kind, List<Instant>> told, TimelineEntry.Kind kind) {
    return told.containsKey(kind) ? Collections.max(told.get(kind)) : null;
  }

  /** What a person is asked for first; else what it waits for by itself. */
  private static Station here(TicketView ticket, Collection<String> waiting) {
    return waiting.stream()
        .filter(OF_STEPS::containsKey)
        .map(OF_STEPS::get)
        .min(Comparator.naturalOrder())
        .orElseGet(
            () ->
                switch (ticket.status()) {
                  case OPEN, ACKNOWLEDGED -> Station.CLEARED;
                  case CLEARED -> Station.RESOLVED;
                  case RESOLVED, CLOSED -> Station.CLOSED;
                });
  }

  /** What need not happen is not promised. */
  private static boolean ahead(Station station, TicketView ticket) {
    return switch (station) {
      case TOLD -> false;
      case ACKNOWLEDGED, REVIEWED -> ticket.priority().high();
      case EXPLAINED -> ticket.burning();
      case OPENED, CLEARED, RESOLVED, CLOSED -> true;
    };
  }
}

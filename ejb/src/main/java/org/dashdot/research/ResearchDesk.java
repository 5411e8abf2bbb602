package org.dashdot.research;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dashdot.access.Actor;
import org.dashdot.access.Recency;
import org.dashdot.access.Right;
import org.dashdot.access.Rights;
import org.dashdot.check.Vitals;
import org.dashdot.imperfection.Imperfection;
import org.dashdot.research.Clues.Case;
import org.dashdot.research.Clues.Condition;
import org.dashdot.shared.InvalidInput;
import org.dashdot.signal.Labels;
import org.dashdot.ticket.Link;
import org.dashdot.ticket.Ticket;
import org.dashdot.ticket.TicketNeighbours;
import org.dashdot.ticket.TicketNumber;
import org.dashdot.ticket.Tickets;
import org.dashdot.ticket.Timeline;
import org.dashdot.ticket.TimelineEntry;
import org.dashdot.topology.Edge;
import org.dashdot.topology.Place;
import org.dashdot.topology.Surroundings;
import org.dashdot.topology.Topology;

/** The four questions about a ticket, and the record of who looked at them. */
@Stateless
public class ResearchDesk {

  private static final int LONGEST_NOTE = 1000;
  private static final int LONGEST_NAME = 100;
  private static final Duration BEFORE = Duration.ofHours(24);

  @Inject Tickets tickets;
  @Inject TicketNeighbours neighbours;
  @Inject Timeline timeline;
  @Inject Visits visits;
  @Inject Surroundings surroundings;
  @Inject Topology topology;
  @Inject Vitals vitals;
  @Inject Recency recency;
  @Inject Clock clock;

  private ResearchPaths paths;

  @PostConstruct
  void read() {
    paths = ResearchPaths.shipped();
  }

  /**
   * One question with what is known.
   *
   * @param helped on how many of the last tickets of this class it led to the cause
   * @param visits who looked, the newest first
   */
  public record Asked(
      Question question,
      Strength strength,
      List<Finding> findings,
      long helped,
      List<Look> visits) {}

  /** That somebody looked, and what they found. */
  public record Look(String person, Found answer, String note, Instant at) {}

  /** The questions in the person's order, and where to look on with the right time. */
  public record Research(long ticket, String title, List<Asked> questions, List<Link> links) {}

  public Research research(TicketNumber number, Actor actor) {
    Rights.check(actor, Right.SEE, null);
    Ticket ticket = tickets.get(number);
    Clues clues = new Clues(paths, about(ticket));
    Map<Question, Long> helped = visits.helped(ticket.classKey(), ticket.id());
    List<Visit> looked = visits.of(ticket.id());
    return new Research(
        ticket.id(),
        ticket.title(),
        paths.order(actor.roles(), helped).stream()
            .map(question -> asked(question, clues, helped, looked))
            .toList(),
        links(ticket));
  }

  /** Where to look on, with the time of the ticket. */
  public List<Link> links(TicketNumber number, Actor actor) {
    Rights.check(actor, Right.SEE, null);
    return links(tickets.get(number));
  }

  private List<Link> links(Ticket ticket) {
    return LinksOut.at(
        ticket.links().values().entrySet().stream()
            .map(e -> new Link(e.getKey(), e.getValue()))
            .toList(),
        ticket.openedAt(),
        clock.instant());
  }

  /**
   * Notes that a person followed one of a ticket's links out.
   *
   * @param name of the link or the runbook, as the page names it
   */
  public void followed(TicketNumber number, String name, Actor actor) {
    Rights.check(actor, Right.SEE, null);
    if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
      throw new InvalidInput("name", "Say which link, in at most " + LONGEST_NAME + " characters.");
    }
    if (actor.isPerson()) {
      timeline.add(
          tickets.get(number), TimelineEntry.Kind.VIEWED, actor, "looked at " + name.trim());
    }
  }

  private static Asked asked(
      Question question, Clues clues, Map<Question, Long> helped, List<Visit> looked) {
    List<Finding> findings = clues.of(question);
    return new Asked(
        question,
        Clues.strength(findings),
        findings,
        helped.getOrDefault(question, 0L),
        looked.stream()
            .filter(visit -> visit.question() == question)
            .map(v -> new Look(v.person().name(), v.answer(), v.note(), v.at()))
            .toList());
  }

  /**
   * Notes that a person looked at a question and what they found; it stands on the timeline.
   *
   * @param note maybe null
   */
  public void look(TicketNumber number, Question question, Found found, String note, Actor actor) {
    Rights.check(actor, Right.NOTE, null);
    recency.toAct(actor);
    String text = note == null || note.isBlank() ? null : note.trim();
    if (text != null && text.length() > LONGEST_NOTE) {
      throw new InvalidInput("note", "A note has at most " + LONGEST_NOTE + " characters.");
    }
    if (!actor.isPerson()) {
      throw new InvalidInput("person", "Only a person can look.");
    }
    Ticket ticket = tickets.get(number);
    visits.add(
        new Visit(
            ticket.id(), visits.person(actor.personId()), question, found, text, clock.instant()));
    timeline.add(
        ticket,
        TimelineEntry.Kind.LOOKED,
        actor,
        "asked whether it is "
            + question.word()
            + ": "
            + found.word()
            + (text == null ? "" : ", " + text));
  }

  private Case about(Ticket ticket) {
    Instant start = ticket.openedAt();
    Optional<Place> place = Place.read(ticket.cell());
    List<Edge.Fact> edges = place.map(surroundings::at).orElse(List.of());
    List<String> cells =
        Stream.concat(
                place.stream(),
                edges.stream().flatMap(e -> Stream.of(Place.of(e.upper()), Place.of(e.lower()))))
            .map(Place::key)
            .distinct()
            .toList();
    List<Condition> own =
        neighbours.conditions(List.of(ticket)).entrySet().stream()
            .map(e -> condition(e.getKey(), e.getValue()))
            .toList();
    List<Condition> near =
        neighbours.conditions(neighbours.around(cells, start, ticket.id())).entrySet().stream()
            .map(e -> condition(e.getKey(), e.getValue()))
            .toList();
    TreeMap<Instant, String> changes = new TreeMap<>();
    topology
        .learnt(edges, start.minus(BEFORE), start)
        .forEach(
            edge ->
                changes.put(
                    edge.seenAt(),
                    edge.fact().upper().name()
                        + " "
                        + edge.fact().relation().words()
                        + " "
                        + edge.fact().lower().name()
                        + " is new"));
    List<Labels> burning = neighbours.burningLabels();
    return new Case(
        start,
        own,
        near,
        changes,
        neighbours.ofClass(ticket.classKey(), start.minus(Duration.ofDays(30)), ticket.id()),
        neighbours.everOfClass(ticket.classKey(), ticket.id()),
        surroundings.common(burning),
        vitals.activity());
  }

  private static Condition condition(Imperfection i, Ticket ticket) {
    return new Condition(
        i.name(),
        i.name() + " " + i.labels().values() + " " + i.annotations().get("summary").orElse(""),
        Place.of(i.labels()).map(Place::name).orElse("no known place"),
        ticket.id());
  }
}

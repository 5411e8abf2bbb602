package org.dashdot.ticket;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dashdot.access.Actor;
import org.dashdot.access.Person;
import org.dashdot.access.Right;
import org.dashdot.access.Rights;
import org.dashdot.imperfection.Imperfection;
import org.dashdot.oncall.Duty;
import org.dashdot.shared.Unknown;
import org.dashdot.signal.RawPayload;
import org.dashdot.signal.RawPayloads;
import org.dashdot.topology.Place;

/** Reads a ticket for a page or a program; a person's look is part of the ticket's history. */
@Stateless
public class TicketReader {

  private static final int RAW_SHOWN = 20;

  @Inject Tickets tickets;
  @Inject Timeline timeline;
  @Inject RawPayloads rawPayloads;
  @Inject ProcessPicture pictures;
  @Inject TicketEscalation escalation;
  @Inject TicketNeighbours neighbours;
  @Inject WorkItems workItems;
  @Inject Duty duty;
  @Inject Clock clock;

  /** One line of the history. */
  public record Entry(Instant at, String kind, String actor, String origin, String text) {}

  /** An earlier ticket of the same kind; cause and closing are null where there were none. */
  public record Earlier(long number, String title, Instant openedAt, String cause) {}

  /** Who is told next and when, unless somebody takes it; {@code people} are those of now. */
  public record Next(Instant at, List<String> people) {}

  /** Empty when nobody is told any more. */
  public Optional<Next> nextTold(TicketNumber number, Actor actor) {
    Rights.check(actor, Right.SEE, null);
    Ticket ticket = tickets.get(number);
    if (ticket.status() != TicketStatus.OPEN || ticket.collects() != null) {
      return Optional.empty();
    }
    List<String> people =
        escalation
            .of(ticket)
            .at(ticket.escalationLevel() + 1)
            .map(to -> duty.told(to, ticket.team(), ticket.assignee()))
            .orElse(List.of())
            .stream()
            .map(Person::name)
            .toList();
    return escalation.next(ticket).map(at -> new Next(at, people));
  }

  /** Where it burns; empty for nowhere in particular. */
  public Optional<Place> where(TicketNumber number, Actor actor) {
    Rights.check(actor, Right.SEE, null);
    return Place.read(tickets.get(number).cell());
  }

  /** The last ones of its kind before it, the newest first. */
  public List<Earlier> earlier(TicketNumber number, int most, Actor actor) {
    Rights.check(actor, Right.SEE, null);
    return neighbours.earlier(tickets.get(number), most).stream()
        .map(t -> new Earlier(t.id(), t.title(), t.openedAt(), t.cause()))
        .toList();
  }

  /** A source's own words. */
  public record Raw(Instant firstSeenAt, Instant lastSeenAt, long times, String text) {}

  public TicketView view(TicketNumber number, Actor actor) {
    return view(number, Integer.MAX_VALUE, actor);
  }

  /** The same with so many of its imperfections; a storm may have very many. */
  public TicketView view(TicketNumber number, int most, Actor actor) {
    Rights.check(actor, Right.SEE, null);
    Ticket t = tickets.get(number);
    if (actor.isPerson()) {
      timeline.viewed(t, actor);
    }
    return new TicketView(
        t.id(),
        t.title(),
        t.priority(),
        t.status(),
        t.unconfirmed(),
        t.outcome(),
        t.team() == null ? null : t.team().name(),
        TicketDesk.team(t),
        t.assignee() == null ? null : t.assignee().name(),
        t.assignee() == null ? null : t.assignee().id(),
        t.sourceName(),
        t.groupKey(),
        t.labels().values(),
        t.runbookUrl(),
        Links.list(t.links()),
        t.openedAt(),
        t.acknowledgedAt(),
        t.clearedAt(),
        t.resolvedAt(),
        t.closedAt(),
        t.overdueAt(),
        t.snoozedUntil(),
        t.reopened(),
        t.cause(),
        t.response(),
        t.mergedInto(),
        t.collects(),
        t.flapping(),
        tickets
            .lastExplained(t.classKey(), t.id())
            .map(last -> new TicketView.Suggestion(last.id(), last.cause(), last.response()))
            .orElse(null),
        tickets.imperfections(t.id(), most).stream().map(TicketReader::view).toList());
  }

  /** Oldest first. */
  public List<Entry> timeline(TicketNumber number, Actor actor) {
    Rights.check(actor, Right.SEE, null);
    return timeline.of(tickets.get(number).id()).stream().map(TicketReader::entry).toList();
  }

  /** The newest first. */
  public List<Entry> latest(TicketNumber number, int most, Actor actor) {
    Rights.check(actor, Right.SEE, null);
    return timeline.latest(tickets.get(number).id(), most).stream()
        .map(TicketReader::entry)
        .toList();
  }

  private static Entry entry(TimelineEntry e) {
    return new Entry(e.at(), e.kind().name(), e.actor(), e.origin(), e.text());
  }

  /** How many imperfections it has, and how much happened to it. */
  public record Size(long imperfections, long told) {}

  public Size size(TicketNumber number, Actor actor) {
    Rights.check(actor, Right.SEE, null);
    Long id = tickets.get(number).id();
    return new Size(tickets.imperfectionCount(id), timeline.told(id));
  }

  /**
   * How it stands, in short: as long as this stays the same, a page that shows the ticket is true.
   */
  public String standing(TicketNumber number, Actor actor) {
    Rights.check(actor, Right.SEE, null);
    Ticket ticket = tickets.get(number);
    return Stream.concat(
            Stream.of(String.valueOf(timeline.told(ticket.id()))),
            workItems.of(number).stream().map(WorkItem::id).sorted())
        .collect(Collectors.joining(" "));
  }

  /** The ticket's way so far, and what comes next. */
  public List<TicketPath.Stop> path(TicketView ticket, Collection<String> waiting, Actor actor) {
    Rights.check(actor, Right.SEE, null);
    return TicketPath.of(
        ticket,
        timeline.firstAndLast(ticket.number(), TicketPath.TOLD_OF),
        waiting,
        clock.instant());
  }

  /** What the source said about one of the ticket's imperfections, newest first. */
  public List<Raw> raw(TicketNumber number, long imperfectionId, Actor actor) {
    Rights.check(actor, Right.SEE, null);
    Imperfection imperfection =
        tickets.imperfections(tickets.get(number).id()).stream()
            .filter(i -> i.id() == imperfectionId)
            .findFirst()
            .orElseThrow(
                () -> new Unknown("Ticket #" + number + " has no imperfection " + imperfectionId));
    return rawPayloads.of(imperfection.fingerprint(), RAW_SHOWN).stream()
        .map((RawPayload r) -> new Raw(r.firstSeenAt(), r.lastSeenAt(), r.times(), r.text()))
        .toList();
  }

  /** The diagram and where the ticket stands; throws {@link Unknown} when the engine forgot it. */
  public ProcessPicture.Picture picture(TicketNumber number, Actor actor) {
    Rights.check(actor, Right.SEE, null);
    return pictures
        .of(tickets.get(number).number())
        .orElseThrow(() -> new Unknown("The process of ticket #" + number + " is not known."));
  }

  private static TicketView.ImperfectionView view(Imperfection i) {
    return new TicketView.ImperfectionView(
        i.id(),
        i.name(),
        i.state().name(),
        i.severity().word(),
        i.labels().values(),
        i.annotations().values(),
        i.startsAt(),
        i.lastSeenAt(),
        i.clearedAt(),
        i.times(),
        i.generatorUrl());
  }
}

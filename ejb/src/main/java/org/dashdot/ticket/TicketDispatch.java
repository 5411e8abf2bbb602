package org.dashdot.ticket;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.dashdot.access.Actor;
import org.dashdot.access.People;
import org.dashdot.access.Person;
import org.dashdot.access.Recency;
import org.dashdot.access.Right;
import org.dashdot.access.Rights;
import org.dashdot.access.Team;
import org.dashdot.imperfection.Imperfection;
import org.dashdot.oncall.Duty;
import org.dashdot.shared.Conflict;
import org.dashdot.shared.InvalidInput;
import org.dashdot.shared.Settings;
import org.dashdot.signal.Labels;
import org.dashdot.signal.Severity;

/** What people do to a ticket besides its steps: open, hand over, re-prioritise, dismiss. */
@Stateless
public class TicketDispatch {

  private static final int LONGEST_SOURCE = 100;

  @Inject Tickets tickets;
  @Inject Timeline timeline;
  @Inject WorkItems workItems;
  @Inject People people;
  @Inject Duty duty;
  @Inject LifecycleMessages messages;
  @Inject TicketLifecycle lifecycle;
  @Inject TuneTicket tune;
  @Inject Settings settings;
  @Inject Recency recency;
  @Inject Clock clock;
  @Inject Event<TicketEvent> news;

  /** Why something was no real problem. */
  public enum FalsePositive {
    CHECK_WRONG,
    EXPECTED_WORK,
    TEST
  }

  /**
   * Opens a ticket by hand.
   *
   * @param severity how bad; the decision table makes the priority of it
   */
  public TicketNumber open(
      String title,
      String description,
      Severity severity,
      Map<String, String> labels,
      Actor actor) {
    return open(
        new GroupKey("by hand " + UUID.randomUUID()), title, description, severity, labels, actor);
  }

  /** The same under a key, so that it is found again while it is open. */
  public TicketNumber open(
      GroupKey key,
      String title,
      String description,
      Severity severity,
      Map<String, String> labels,
      Actor actor) {
    Rights.check(actor, Right.OPEN_TICKET, null);
    recency.toAct(actor);
    if (title == null || title.isBlank() || title.length() > 500) {
      throw new InvalidInput("title", "A ticket needs a title of at most 500 characters.");
    }
    Ticket ticket =
        tickets.add(
            new Ticket(
                new Ticket.Opening(
                    title.trim(),
                    source(actor),
                    key,
                    "by hand",
                    Labels.of(labels == null ? new TreeMap<>() : labels),
                    severity == null ? Severity.NONE : severity,
                    null,
                    Labels.of(Map.of()),
                    false,
                    clock.instant())));
    timeline.add(ticket, TimelineEntry.Kind.OPENED, actor, "opened by hand");
    if (description != null && !description.isBlank()) {
      timeline.add(ticket, TimelineEntry.Kind.NOTE, actor, description.trim());
    }
    tickets.store();
    lifecycle.start(ticket.number());
    return ticket.number();
  }

  /** A source's name is shorter than a person's may be. */
  static String source(Actor actor) {
    String name = actor.name();
    return name.length() > LONGEST_SOURCE ? name.substring(0, LONGEST_SOURCE - 1) + "…" : name;
  }

  /** Gives it to a person, to a team (then to whoever has duty there), or to both. */
  public void handOver(TicketNumber number, Long personId, Long teamId, Actor actor) {
    Ticket ticket = tickets.locked(number);
    Rights.check(actor, Right.HAND_OVER, TicketDesk.team(ticket));
    recency.toAct(actor);
    if (personId == null && teamId == null) {
      throw new InvalidInput("person", "Say to whom: a person, a team, or both.");
    }
    if (teamId != null) {
      Team team =
          people
              .team(teamId)
              .orElseThrow(() -> new InvalidInput("team", "There is no team " + teamId));
      ticket.handTo(team);
    }
    if (personId == null) {
      ticket.assign(duty.responder(ticket.team()).orElse(null));
    } else {
      Person person =
          people
              .byId(personId)
              .filter(Person::active)
              .orElseThrow(
                  () -> new InvalidInput("person", "There is no active person " + personId));
      ticket.assign(person);
    }
    workItems.follow(ticket);
    timeline.add(
        ticket,
        TimelineEntry.Kind.ASSIGNED,
        actor,
        "handed to "
            + (ticket.assignee() == null ? "nobody" : ticket.assignee().name())
            + ", team "
            + ticket.team().name());
    news.fire(new TicketEvent(ticket, TicketEvent.Kind.HANDED_OVER, actor));
  }

  /** Changes how soon it must be acted on; needs a reason. */
  public void prioritise(TicketNumber number, Priority priority, String reason, Actor actor) {
    Ticket ticket = tickets.locked(number);
    ticket.refuseWhenItOnlyCollects();
    boolean lowersHigh = ticket.priority().high() && !priority.moreUrgentThan(ticket.priority());
    Rights.check(
        actor,
        lowersHigh ? Right.LOWER_HIGH_PRIORITY : Right.RAISE_PRIORITY,
        TicketDesk.team(ticket));
    recency.toAct(actor);
    requireReason(reason);
    if (priority == ticket.priority()) {
      return;
    }
    Instant overdue =
        settings
            .of(ticket.sourceName())
            .after(priority.setting("overdue"), ticket.openedAt(), ticket.team().zone());
    Priority before = ticket.priority();
    ticket.prioritise(priority, overdue, clock.instant());
    timeline.add(
        ticket,
        TimelineEntry.Kind.PRIORITY,
        actor,
        before + " became " + priority + ": " + reason.trim());
    messages.send(ticket, LifecycleMessage.Kind.PRIORITY_CHANGED);
    if (priority.moreUrgentThan(before)) {
      news.fire(new TicketEvent(ticket, TicketEvent.Kind.WORSE, actor));
    }
  }

  /** Not a real problem: closed at once, and its fingerprints muted until they clear. */
  public void dismiss(TicketNumber number, FalsePositive why, String reason, Actor actor) {
    tickets.lockImperfections(number);
    Ticket ticket = tickets.locked(number);
    Rights.check(actor, Right.WORK, TicketDesk.team(ticket));
    recency.toAct(actor);
    requireReason(reason);
    if (ticket.closedAt() != null) {
      throw new Conflict("Ticket #" + number + " is closed.");
    }
    ticket.refuseWhenItOnlyCollects();
    Instant until = clock.instant().plus(settings.of(ticket.sourceName()).duration("mute.longest"));
    tickets.imperfections(ticket.id()).stream()
        .filter(Imperfection::burning)
        .forEach(i -> i.mute(until));
    String verdict =
        "not a real problem ("
            + why.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ')
            + "): "
            + reason.trim();
    timeline.add(ticket, TimelineEntry.Kind.FALSE_POSITIVE, actor, verdict);
    ticket.disbelieve();
    messages.send(ticket, LifecycleMessage.Kind.FALSE_POSITIVE);
    if (!tickets.memberships(ticket.id()).isEmpty()) {
      tune.ask(ticket, actor.name() + ": " + verdict);
    }
  }

  private static void requireReason(String reason) {
    if (reason == null || reason.isBlank() || reason.length() > 1000) {
      throw new InvalidInput("reason", "Say why, in at most 1,000 characters.");
    }
  }
}

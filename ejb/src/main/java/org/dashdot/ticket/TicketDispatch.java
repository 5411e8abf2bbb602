package org.dashdot.ticket;

import jakarta.ejb.Stateless;
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
  @Inject TicketChanges changes;
  @Inject People people;
  @Inject Duty duty;
  @Inject LifecycleMessages messages;
  @Inject TicketLifecycle lifecycle;
  @Inject TuneTicket tune;
  @Inject Settings settings;
  @Inject Recency recency;
  @Inject Clock clock;

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

  /**
   * Gives it to a person, to a team (then to whoever has duty there), or to both.
   *
   * @throws Overtaken when it is not as it was seen
   */
  public void handOver(
      TicketNumber number, Long personId, Long teamId, TicketSeen seen, Actor actor) {
    Ticket ticket = tickets.locked(number);
    Rights.check(actor, Right.HAND_OVER, TicketDesk.team(ticket));
    recency.toAct(actor);
    if (personId == null && teamId == null) {
      throw new InvalidInput("person", "Say to whom: a person, a team, or both.");
    }
    seen.require(ticket);
    Team team =
        teamId == null
            ? ticket.team()
            : people
                .team(teamId)
                .orElseThrow(() -> new InvalidInput("team", "There is no team " + teamId));
    changes.hand(ticket, receiver(personId, team), team, "handed to ", actor);
  }

  /** Null when nobody is on duty. */
  private Person receiver(Long personId, Team team) {
    return personId == null
        ? duty.responder(team).orElse(null)
        : people
            .byId(personId)
            .filter(Person::active)
            .orElseThrow(() -> new InvalidInput("person", "There is no active person " + personId));
  }

  /**
   * Changes how soon it must be acted on; needs a reason.
   *
   * @throws Overtaken when it is not as it was seen
   */
  public void prioritise(
      TicketNumber number, Priority priority, String reason, TicketSeen seen, Actor actor) {
    Ticket ticket = tickets.locked(number);
    ticket.refuseWhenItOnlyCollects();
    boolean lowersHigh = ticket.priority().high() && !priority.moreUrgentThan(ticket.priority());
    Rights.check(
        actor,
        lowersHigh ? Right.LOWER_HIGH_PRIORITY : Right.RAISE_PRIORITY,
        TicketDesk.team(ticket));
    recency.toAct(actor);
    requireReason(reason);
    seen.require(ticket);
    if (priority == ticket.priority()) {
      return;
    }
    changes.prioritise(ticket, priority, reason.trim(), actor);
  }

  /**
   * Of a low ticket that has waited for very long somebody says that it is wanted all the same: its
   * time begins anew.
   *
   * @throws Conflict when it is high or not overdue
   */
  public void keep(TicketNumber number, Actor actor) {
    Ticket ticket = tickets.locked(number);
    Rights.check(actor, Right.WORK, TicketDesk.team(ticket));
    recency.toAct(actor);
    ticket.refuseWhenClosed();
    ticket.refuseWhenItOnlyCollects();
    Instant now = clock.instant();
    if (ticket.priority().high() || ticket.overdueAt() == null || ticket.overdueAt().isAfter(now)) {
      throw new Conflict("Ticket #" + number + " is not a low one that is overdue.");
    }
    ticket.overdueAt(
        settings
            .of(ticket.sourceName())
            .after(ticket.priority().setting("overdue"), now, TicketEscalation.zone(ticket)));
    timeline.add(ticket, TimelineEntry.Kind.NOTE, actor, "still wanted");
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

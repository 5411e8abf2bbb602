package org.dashdot.ticket;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dashdot.access.Actor;
import org.dashdot.access.People;
import org.dashdot.access.Person;
import org.dashdot.access.Team;
import org.dashdot.imperfection.Imperfection;
import org.dashdot.oncall.Duty;
import org.dashdot.shared.Conflict;
import org.dashdot.shared.SelfReport;
import org.dashdot.shared.Settings;
import org.dashdot.signal.Labels;
import org.dashdot.signal.Severity;

/** What the process does with a ticket by itself, and the facts it decides by. */
@Stateless
public class TicketCourse {

  private static final Actor PROCESS = Actor.system("process");

  /** That a team has somebody on duty is said this often, and not for each ticket of many. */
  private static final Duration SAID_COVERED = Duration.ofSeconds(5);

  private final Map<String, Instant> covered = new HashMap<>();

  @Inject Tickets tickets;
  @Inject Timeline timeline;
  @Inject People people;
  @Inject Duty duty;
  @Inject Settings settings;
  @Inject Clock clock;
  @Inject SelfReport selfReport;
  @Inject DecisionTables tables;
  @Inject Event<TicketEvent> news;

  /** What the process's gateways and timers look at. */
  public record Facts(
      boolean high,
      boolean acknowledged,
      boolean explained,
      boolean onlyCollects,
      Instant acknowledgeBy,
      Instant reopenUntil,
      Instant reviewBy,
      Instant progressDue) {}

  public Facts facts(TicketNumber number) {
    Ticket ticket = tickets.get(number);
    Priority priority = ticket.priority();
    ZoneId zone = zone(ticket);
    Instant now = clock.instant();
    Settings own = settings.of(ticket.sourceName());
    return new Facts(
        priority.high(),
        ticket.acknowledgedAt() != null,
        ticket.cause() != null,
        onlyCollects(ticket),
        own.after(priority.setting("acknowledge-by"), now, zone),
        onlyCollects(ticket) ? now : own.after(priority.setting("reopen-window"), now, zone),
        own.after(priority.setting("review-due"), now, zone),
        own.after(priority.setting("progress-due"), now, zone));
  }

  private static boolean onlyCollects(Ticket ticket) {
    return ticket.collects() == Collects.WINDOW;
  }

  /** Whether anything on it burns. */
  public boolean burning(TicketNumber number) {
    Ticket ticket = tickets.get(number);
    return ticket.status().burning() && tickets.burning(ticket.id()) > 0;
  }

  /** When it will have been clear for long enough; at once when there is nothing to clear. */
  public Instant stableAt(TicketNumber number) {
    Ticket ticket = tickets.get(number);
    Instant now = clock.instant();
    return tickets.memberships(ticket.id()).isEmpty()
        ? now
        : settings
            .of(ticket.sourceName())
            .after(
                ticket.flapping() ? "flapping.quiet" : ticket.priority().setting("stable"),
                since(ticket.clearedAt(), now),
                zone(ticket));
  }

  /** The person who owns the ticket; empty when it is nobody's. */
  public Optional<Long> ownerId(TicketNumber number) {
    return Optional.ofNullable(tickets.get(number).assignee()).map(Person::id);
  }

  public String teamName(TicketNumber number) {
    return tickets.get(number).team().name();
  }

  /**
   * A more urgent priority, when these imperfections ask for one that no member ever asked for; a
   * person's word stands against what was known when it was said. Returns whether it changed.
   */
  public boolean worsened(Ticket ticket, Collection<Imperfection> members) {
    Priority asked = prioritise(decisive(members));
    if (ticket.team() == null || !ticket.asks(asked) || !asked.moreUrgentThan(ticket.priority())) {
      return false;
    }
    ticket.prioritise(asked, overdue(ticket, asked, ticket.team().zone()), clock.instant());
    timeline.add(
        ticket, TimelineEntry.Kind.PRIORITY, PROCESS, "it got worse: it is " + asked + " now");
    news.fire(new TicketEvent(ticket, TicketEvent.Kind.WORSE, PROCESS));
    return true;
  }

  /** Sets priority and team by the decision tables and the person by rotation. */
  public void route(TicketNumber number) {
    Ticket ticket = tickets.get(number);
    List<Imperfection> members = tickets.storedImperfections(ticket.id());
    DecisionTables.Facts facts =
        members.isEmpty() ? facts(ticket.severity(), ticket.labels()) : decisive(members);
    Priority priority = prioritise(facts);
    Team team = team(tables.route(facts), ticket);
    ticket.route(priority, team, overdue(ticket, priority, team.zone()));
    assign(ticket, team);
    timeline.add(
        ticket,
        TimelineEntry.Kind.ROUTED,
        PROCESS,
        priority
            + " for team "
            + team.name()
            + (ticket.assignee() == null ? ", nobody's" : ", " + ticket.assignee().name()));
  }

  private void assign(Ticket ticket, Team team) {
    if (!duty.covered(team)) {
      covered.remove(team.name());
      selfReport.lacks(
          "NobodyOnDuty", team.name(), "critical", "Nobody is on duty for team " + team.name());
    } else if (!clock.instant().isBefore(covered.getOrDefault(team.name(), Instant.MIN))) {
      covered.put(team.name(), clock.instant().plus(SAID_COVERED));
      selfReport.mended("NobodyOnDuty", team.name());
    }
    duty.responder(team).ifPresent(ticket::assign);
  }

  private Team team(String name, Ticket ticket) {
    Optional<Team> wanted = people.team(name);
    if (wanted.isEmpty()) {
      timeline.add(
          ticket,
          TimelineEntry.Kind.NOTE,
          PROCESS,
          "There is no team " + name + ": it goes to the first team instead.");
    }
    return wanted
        .or(() -> people.team("everyone"))
        .or(() -> people.teams().stream().findFirst())
        .orElseThrow(() -> new IllegalStateException("There is no team at all."));
  }

  /** Those of the member that asks for the most urgent priority; of equals, the first one's. */
  private DecisionTables.Facts decisive(Collection<Imperfection> members) {
    return members.stream()
        .map(member -> facts(member.severity(), member.labels()))
        .distinct()
        .min(Comparator.comparing(this::prioritise))
        .orElseThrow();
  }

  /** Who has duty for the teams of those that alone would be a P1. */
  public Set<Person> concerned(Collection<Imperfection> members) {
    return members.stream()
        .map(member -> facts(member.severity(), member.labels()))
        .distinct()
        .filter(facts -> prioritise(facts) == Priority.P1)
        .flatMap(facts -> people.team(tables.route(facts)).stream())
        .flatMap(team -> duty.responder(team).stream())
        .collect(Collectors.toSet());
  }

  /** The priority that the decision table gives to such a thing. */
  public Priority priority(Severity severity, Labels labels) {
    return prioritise(facts(severity, labels));
  }

  /** Whether this imperfection alone would make a high ticket. */
  public boolean asksForHigh(Imperfection member) {
    return prioritise(facts(member.severity(), member.labels())).high();
  }

  private Priority prioritise(DecisionTables.Facts facts) {
    return tables.prioritise(facts);
  }

  private static DecisionTables.Facts facts(Severity severity, Labels labels) {
    return new DecisionTables.Facts(
        severity.word(),
        labels.environment().orElse(""),
        labels.get("tier").orElse(""),
        labels.get("priority").orElse(""),
        labels.get("team").orElse(""));
  }

  private Instant overdue(Ticket ticket, Priority priority, ZoneId zone) {
    return settings
        .of(ticket.sourceName())
        .after(priority.setting("overdue"), ticket.openedAt(), zone);
  }

  /** The stable time has passed; unless it burns again and the message of that is under way. */
  public void resolved(TicketNumber number) {
    Ticket ticket = tickets.locked(number);
    if (burning(number)) {
      return;
    }
    ticket.resolve(clock.instant());
    timeline.add(ticket, TimelineEntry.Kind.RESOLVED, PROCESS, "resolved: it stayed clear");
    news.fire(new TicketEvent(ticket, TicketEvent.Kind.RESOLVED, PROCESS));
  }

  /**
   * The reopen window has passed: the same condition is news again.
   *
   * @throws Conflict while it burns again and the message of that, which ends the waiting, is under
   *     way; to be tried again
   */
  public void stopReopening(TicketNumber number) {
    Ticket ticket = tickets.locked(number);
    if (burning(number)) {
      throw new Conflict("Ticket #" + number + " burns again.");
    }
    ticket.stopReopening();
  }

  /**
   * @param outcome null keeps how it was resolved
   */
  public void closed(TicketNumber number, Outcome outcome, String why) {
    Ticket ticket = tickets.locked(number);
    ticket.close(outcome, clock.instant());
    timeline.add(ticket, TimelineEntry.Kind.CLOSED, PROCESS, why);
    news.fire(new TicketEvent(ticket, TicketEvent.Kind.CLOSED, PROCESS));
  }

  /** Notes that the next ones are to be told; returns the level, 1 for the second person. */
  public int escalated(TicketNumber number) {
    Ticket ticket = tickets.locked(number);
    ticket.escalated(ticket.escalationLevel() + 1);
    return ticket.escalationLevel();
  }

  /** When the next escalation is due after this level; empty after the last. */
  public Optional<Instant> nextEscalation(TicketNumber number) {
    Ticket ticket = tickets.get(number);
    String key =
        switch (ticket.escalationLevel()) {
          case 0 -> "escalate-second";
          case 1 -> "escalate-team";
          case 2 -> "escalate-manager";
          default -> null;
        };
    return key == null || !ticket.priority().high()
        ? Optional.empty()
        : Optional.of(
            settings
                .of(ticket.sourceName())
                .after(ticket.priority().setting(key), ticket.urgentSince(), zone(ticket)));
  }

  private static ZoneId zone(Ticket ticket) {
    return ticket.team() == null ? ZoneOffset.UTC : ticket.team().zone();
  }

  private static Instant since(Instant moment, Instant otherwise) {
    return moment == null ? otherwise : moment;
  }
}

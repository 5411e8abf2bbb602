package org.dashdot.ticket;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
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
import org.dashdot.shared.SelfReport;
import org.dashdot.shared.Settings;
import org.dashdot.signal.Labels;
import org.dashdot.signal.Severity;

/** How urgent a ticket is and whose, by the decision tables; the person by rotation. */
@Stateless
public class TicketRouting {

  private static final Actor PROCESS = Actor.system("process");

  /** That a team has somebody on duty is said this often, and not for each ticket of many. */
  private static final Duration SAID_COVERED = Duration.ofSeconds(5);

  private final Map<String, Instant> covered = new HashMap<>();

  @Inject Tickets tickets;
  @Inject Timeline timeline;
  @Inject People people;
  @Inject Duty duty;
  @Inject Decisions decisions;
  @Inject Settings settings;
  @Inject Clock clock;
  @Inject SelfReport selfReport;
  @Inject Event<TicketEvent> news;

  /**
   * A more urgent priority, when these imperfections ask for one that no member ever asked for; a
   * person's word stands against what was known when it was said. Returns whether it changed.
   */
  public boolean worsened(Ticket ticket, Collection<Imperfection> members) {
    int burning = decisions.countMembers() ? (int) tickets.burning(ticket.id()) : members.size();
    Priority asked = decisions.priority(decisive(members, burning, ticket.flapping()));
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
        members.isEmpty()
            ? decisions.facts(ticket.severity(), ticket.labels(), 0, ticket.flapping())
            : decisive(members, members.size(), ticket.flapping());
    Priority priority = decisions.priority(facts);
    Team team = team(decisions.team(facts), ticket);
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
  private DecisionTables.Facts decisive(
      Collection<Imperfection> members, int burning, boolean flapping) {
    return members.stream()
        .map(m -> decisions.facts(m.severity(), m.labels(), burning, flapping))
        .distinct()
        .min(Comparator.comparing(decisions::priority))
        .orElseThrow();
  }

  private DecisionTables.Facts alone(Imperfection member) {
    return decisions.facts(member.severity(), member.labels(), 1, false);
  }

  /** Who has duty for the teams of those that alone would be a P1. */
  public Set<Person> concerned(Collection<Imperfection> members) {
    return members.stream()
        .map(this::alone)
        .distinct()
        .filter(facts -> decisions.priority(facts) == Priority.P1)
        .flatMap(facts -> people.team(decisions.team(facts)).stream())
        .flatMap(team -> duty.responder(team).stream())
        .collect(Collectors.toSet());
  }

  /** The priority that the decision table gives to such a thing. */
  public Priority priority(Severity severity, Labels labels) {
    return decisions.priority(decisions.facts(severity, labels, 1, false));
  }

  /** Whether this imperfection alone would make a high ticket. */
  public boolean asksForHigh(Imperfection member) {
    return decisions.priority(alone(member)).high();
  }

  private Instant overdue(Ticket ticket, Priority priority, ZoneId zone) {
    return settings
        .of(ticket.sourceName())
        .after(priority.setting("overdue"), ticket.openedAt(), zone);
  }
}

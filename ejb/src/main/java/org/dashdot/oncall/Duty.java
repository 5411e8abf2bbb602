package org.dashdot.oncall;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.dashdot.access.People;
import org.dashdot.access.Person;
import org.dashdot.access.Role;
import org.dashdot.access.Team;

/** Answers who is responsible now; callers bring the transaction. */
@ApplicationScoped
public class Duty {

  @Inject People people;
  @Inject DutyBook book;
  @Inject Clock clock;

  /**
   * The person on duty for a team: of its first rotation, else of the next that has somebody, else
   * the team's fallback; empty when there is none of these.
   */
  public Optional<Person> responder(Team team) {
    return responder(team, book.current());
  }

  private Optional<Person> responder(Team team, Roster roster) {
    Instant now = clock.instant();
    return roster.of(team.id()).stream()
        .flatMap(line -> at(line, now).stream())
        .findFirst()
        .or(() -> activeFallback(team));
  }

  /** Whether somebody has duty in this team's first rotation. */
  public boolean covered(Team team) {
    return book.current().of(team.id()).stream()
        .limit(1)
        .anyMatch(line -> at(line, clock.instant()).isPresent());
  }

  /** How many people take turns on duty. */
  public long takers() {
    return book.current().lines().stream()
        .flatMap(line -> line.plan().layers().stream())
        .flatMap(layer -> layer.members().stream())
        .distinct()
        .filter(this::active)
        .count();
  }

  /** The names of a team's rotations, in the order in which they are asked. */
  public List<String> rotations(Team team) {
    return book.current().of(team.id()).stream().map(Roster.Line::name).toList();
  }

  /**
   * Who is on duty in one rotation of a team; empty in a gap, and when there is no such rotation.
   *
   * @param moment from a day ago on
   */
  public Optional<Person> at(Team team, String rotation, Instant moment) {
    return book.current().of(team.id()).stream()
        .filter(line -> line.name().equalsIgnoreCase(rotation))
        .findFirst()
        .flatMap(line -> at(line, moment));
  }

  /**
   * Who is told when the first did not answer: the person of the team's next rotation, else the
   * next in turn; empty when there is nobody else.
   */
  public Optional<Person> second(Team team, Person first) {
    Instant now = clock.instant();
    List<Roster.Line> lines = book.current().of(team.id());
    return lines.stream()
        .skip(1)
        .flatMap(line -> at(line, now).stream())
        .filter(p -> !p.id().equals(first.id()))
        .findFirst()
        .or(() -> nextInTurn(lines, first, now))
        .or(() -> activeFallback(team).filter(p -> !p.id().equals(first.id())));
  }

  /**
   * Whom a step of an escalation policy tells now; nobody in a gap, and when whoever is named is
   * gone.
   *
   * @param owner whose the ticket is; null when it is nobody's
   */
  public Collection<Person> told(EscalationTarget to, Team team, Person owner) {
    return switch (to.kind()) {
      case DUTY -> responder(team).stream().toList();
      case SECOND -> (owner == null ? responder(team) : second(team, owner)).stream().toList();
      case TEAM -> team(team);
      case MANAGERS -> managers();
      case ROTATION ->
          book.current().rotation(to.id()).flatMap(line -> at(line, clock.instant())).stream()
              .toList();
      case OTHER_TEAM -> people.team(to.id()).map(this::team).orElse(List.of());
      case PERSON -> people.byId(to.id()).filter(Person::active).stream().toList();
    };
  }

  private Optional<Person> nextInTurn(List<Roster.Line> lines, Person first, Instant now) {
    return lines.stream()
        .limit(1)
        .flatMap(line -> line.plan().asked(now, this::active).stream().skip(1))
        .filter(id -> !Objects.equals(id, first.id()))
        .flatMap(id -> people.byId(id).stream())
        .findFirst();
  }

  public List<Person> team(Team team) {
    return team.members().stream().filter(Person::active).toList();
  }

  public List<Person> managers() {
    return people.withRole(Role.MANAGER);
  }

  /** Everybody who is on duty now for any team, in the order of the teams' names. */
  public Set<Person> onDuty() {
    Roster roster = book.current();
    Set<Person> onDuty = new LinkedHashSet<>();
    people.teams().forEach(team -> responder(team, roster).ifPresent(onDuty::add));
    return onDuty;
  }

  private Optional<Person> at(Roster.Line line, Instant moment) {
    return line.plan().at(moment, this::active).flatMap(people::byId);
  }

  private boolean active(Long person) {
    return people.byId(person).filter(Person::active).isPresent();
  }

  private static Optional<Person> activeFallback(Team team) {
    return Optional.ofNullable(team.fallback()).filter(Person::active);
  }
}

package org.dashdot.oncall;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
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
  @Inject Clock clock;

  /** The person on duty for a team, else the team's fallback; empty when there is neither. */
  public Optional<Person> responder(Team team) {
    return rotation(team).at(clock.instant()).or(() -> activeFallback(team));
  }

  /** Whether somebody takes turns in this team at all. */
  public boolean covered(Team team) {
    return rotation(team).at(clock.instant()).isPresent();
  }

  /** Who is told when the first did not answer; empty when there is nobody else. */
  public Optional<Person> second(Team team, Person first) {
    Rotation<Person> rotation = rotation(team);
    for (int turns = 1; turns < rotation.members().size(); turns++) {
      Optional<Person> next = rotation.next(clock.instant(), turns);
      if (next.isPresent() && !next.get().id().equals(first.id())) {
        return next;
      }
    }
    return activeFallback(team).filter(p -> !p.id().equals(first.id()));
  }

  public List<Person> team(Team team) {
    return team.members().stream().filter(Person::active).toList();
  }

  public List<Person> managers() {
    return people.withRole(Role.MANAGER);
  }

  /** Everybody who is on duty now for any team, in the order of the teams' names. */
  public Set<Person> onDuty() {
    Set<Person> onDuty = new LinkedHashSet<>();
    people.teams().forEach(team -> responder(team).ifPresent(onDuty::add));
    return onDuty;
  }

  private static Optional<Person> activeFallback(Team team) {
    return Optional.ofNullable(team.fallback()).filter(Person::active);
  }

  private static Rotation<Person> rotation(Team team) {
    return new Rotation<>(
        team.rotationStart(), team.rotationDays(), team.zone(), team.members(), Person::active);
  }
}

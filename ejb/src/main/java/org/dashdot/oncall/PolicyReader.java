package org.dashdot.oncall;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.dashdot.access.Actor;
import org.dashdot.access.People;
import org.dashdot.access.Person;
import org.dashdot.access.Right;
import org.dashdot.access.Rights;
import org.dashdot.access.Team;
import org.dashdot.shared.Settings;
import org.dashdot.shared.Unknown;

/** The escalation policies, and whom they would tell now. */
@Stateless
public class PolicyReader {

  @Inject DutyBook book;
  @Inject Duty duty;
  @Inject People people;
  @Inject Reachability reachability;
  @Inject Settings settings;

  /**
   * A step with whom it would tell now in one team.
   *
   * @param names empty when nobody would be told
   * @param unreachable those of them who cannot be told
   */
  public record StepRow(Escalation.Step step, List<String> names, List<String> unreachable) {}

  /**
   * @param rule its id is null for what ships
   * @param team null: all teams that have none of their own
   */
  public record PolicyRow(PolicyRule rule, String team, List<StepRow> steps) {}

  /** What somebody may name in a step. */
  public record Choice(EscalationTarget to, String name) {}

  /** Those that people made, by name, and then what holds elsewhere. */
  public List<PolicyRow> policies(Actor actor) {
    Rights.check(actor, Right.SEE, null);
    return Stream.concat(
            book.storedPolicies().stream().map(EscalationPolicy::rule),
            Stream.of("P1", "P2", "P3").map(this::shipped))
        .map(this::row)
        .toList();
  }

  /**
   * @throws Unknown when there is none
   */
  public PolicyRow policy(Long id, Actor actor) {
    Rights.check(actor, Right.SEE, null);
    return book.policy(id)
        .map(EscalationPolicy::rule)
        .map(this::row)
        .orElseThrow(() -> new Unknown("There is no escalation policy " + id));
  }

  private PolicyRule shipped(String priority) {
    return new PolicyRule(
        null, null, java.util.Set.of(priority), null, Escalations.shipped(priority, settings));
  }

  private PolicyRow row(PolicyRule rule) {
    Team team = rule.team() == null ? null : people.team(rule.team()).orElse(null);
    return new PolicyRow(
        rule,
        team == null ? null : team.name(),
        rule.escalation().steps().stream().map(step -> row(step, team)).toList());
  }

  /** Of a policy for all teams only those who are named can be told beforehand. */
  private StepRow row(Escalation.Step step, Team team) {
    EscalationTarget.Kind kind = step.to().kind();
    if (team == null && !kind.named() && kind != EscalationTarget.Kind.MANAGERS) {
      return new StepRow(step, null, List.of());
    }
    Person owner = team == null ? null : duty.responder(team).orElse(null);
    Collection<Person> told = duty.told(step.to(), team, owner);
    return new StepRow(
        step,
        told.stream().map(Person::name).toList(),
        told.stream()
            .filter(person -> reachability.lacks(person).isPresent())
            .map(Person::name)
            .toList());
  }

  /** All that a step may tell besides what the ticket's own team makes of it. */
  public List<Choice> choices(Actor actor) {
    Rights.check(actor, Right.SEE, null);
    Stream<Choice> rotations =
        book.rotations().stream()
            .map(r -> choice(EscalationTarget.Kind.ROTATION, r.id(), r.fullName()));
    Stream<Choice> teams =
        people.teams().stream()
            .map(t -> choice(EscalationTarget.Kind.OTHER_TEAM, t.id(), t.name()));
    Stream<Choice> persons =
        people.all().stream()
            .filter(Person::active)
            .map(p -> choice(EscalationTarget.Kind.PERSON, p.id(), p.name()));
    return Stream.of(rotations, teams, persons).flatMap(s -> s).toList();
  }

  private static Choice choice(EscalationTarget.Kind kind, Long id, String name) {
    return new Choice(new EscalationTarget(kind, id), name);
  }
}

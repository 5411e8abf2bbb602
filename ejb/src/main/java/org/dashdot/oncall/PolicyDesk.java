package org.dashdot.oncall;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.dashdot.access.Actor;
import org.dashdot.access.Audit;
import org.dashdot.access.People;
import org.dashdot.access.Person;
import org.dashdot.access.Recency;
import org.dashdot.access.Right;
import org.dashdot.access.Rights;
import org.dashdot.access.Team;
import org.dashdot.shared.Conflict;
import org.dashdot.shared.InvalidInput;
import org.dashdot.shared.Span;
import org.dashdot.shared.Unknown;

/**
 * What whoever plans escalation does with its policies; each act is audited. A change holds at once
 * for what escalates after it; a step that is waited for keeps its time.
 */
@Stateless
public class PolicyDesk {

  private static final Set<String> PRIORITIES = Set.of("P1", "P2", "P3", "P4");
  private static final int MOST_STEPS = 10;
  private static final int MOST_ROUNDS = 10;
  private static final Instant ANY = Instant.parse("2024-01-01T09:00:00Z");

  @Inject DutyBook book;
  @Inject People people;
  @Inject Audit audit;
  @Inject Recency recency;

  /**
   * A policy as somebody wants it.
   *
   * @param team null: all teams that have none of their own
   * @param hours null: always
   */
  public record Wish(Long team, Set<String> priorities, Hours hours, Escalation escalation) {}

  /**
   * @param id null for a new one
   * @return its id
   */
  public Long save(Long id, Wish wish, Actor actor) {
    edit(actor);
    Team team = wish.team() == null ? null : team(wish.team());
    check(wish);
    EscalationPolicy policy = id == null ? null : policy(id);
    PolicyRule wanted =
        new PolicyRule(id, wish.team(), wish.priorities(), wish.hours(), wish.escalation());
    book.storedPolicies().stream()
        .filter(other -> other != policy)
        .map(EscalationPolicy::rule)
        .filter(wanted::rivals)
        .findFirst()
        .ifPresent(
            rival -> {
              throw new Conflict(
                  rival.escalation().name()
                      + " says already what holds then for one of these priorities.");
            });
    if (policy == null) {
      EscalationPolicy fresh =
          new EscalationPolicy(team, wish.priorities(), wish.hours(), wish.escalation());
      book.add(fresh);
      return done(actor, "add escalation policy", fresh);
    }
    policy.change(team, wish.priorities(), wish.hours(), wish.escalation());
    return done(actor, "change escalation policy", policy);
  }

  public void remove(Long id, Actor actor) {
    edit(actor);
    EscalationPolicy policy = policy(id);
    book.remove(policy);
    done(actor, "remove escalation policy", policy);
  }

  private void check(Wish wish) {
    Escalation escalation = wish.escalation();
    DutyInput.name(escalation.name());
    if (wish.priorities().isEmpty() || !PRIORITIES.containsAll(wish.priorities())) {
      throw new InvalidInput("priorities", "Choose for which priorities it holds: P1 to P4.");
    }
    if (wish.hours() != null && wish.hours().days().isEmpty()) {
      throw new InvalidInput("hours", "Choose the days of the week.");
    }
    checkSteps(escalation.steps());
    Span again = escalation.again();
    if (escalation.rounds() < 1 || escalation.rounds() > MOST_ROUNDS) {
      throw new InvalidInput("rounds", "The steps are gone through 1 to 10 times.");
    }
    if (escalation.rounds() > 1
        && (again == null
            || !later(again, escalation.steps().get(escalation.steps().size() - 1).after()))) {
      throw new InvalidInput("again", "The next round begins after the last step.");
    }
    if (escalation.handBack() != null && !later(escalation.handBack(), Span.parse("PT59S"))) {
      throw new InvalidInput("handBack", "Leave whoever has it a minute at least.");
    }
  }

  private void checkSteps(List<Escalation.Step> steps) {
    if (steps.isEmpty() || steps.size() > MOST_STEPS) {
      throw new InvalidInput("steps", "A policy has 1 to 10 steps.");
    }
    Span before = null;
    for (Escalation.Step step : steps) {
      if (before != null && !later(step.after(), before)) {
        throw new InvalidInput("steps", "Each step comes later than the one before.");
      }
      before = step.after();
      exists(step.to());
    }
  }

  /** On a Monday morning; a working day is longer than a day only at weekends. */
  private static boolean later(Span one, Span other) {
    return one.after(ANY, ZoneOffset.UTC).isAfter(other.after(ANY, ZoneOffset.UTC));
  }

  private void exists(EscalationTarget to) {
    boolean known =
        switch (to.kind()) {
          case ROTATION -> book.rotation(to.id()).isPresent();
          case OTHER_TEAM -> people.team(to.id()).isPresent();
          case PERSON -> people.byId(to.id()).filter(Person::active).isPresent();
          default -> true;
        };
    if (!known) {
      throw new InvalidInput("steps", "There is no " + to + " that could be told.");
    }
  }

  private void edit(Actor actor) {
    Rights.check(actor, Right.EDIT_POLICIES, null);
    recency.toAct(actor);
  }

  private Long done(Actor actor, String act, EscalationPolicy policy) {
    book.changed();
    audit.record(actor, act, policy.name(), policy.words());
    return policy.id();
  }

  private Team team(Long id) {
    return people.team(id).orElseThrow(() -> new InvalidInput("team", "There is no team " + id));
  }

  private EscalationPolicy policy(Long id) {
    return book.policy(id).orElseThrow(() -> new Unknown("There is no escalation policy " + id));
  }
}

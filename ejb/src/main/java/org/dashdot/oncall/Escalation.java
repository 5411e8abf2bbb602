package org.dashdot.oncall;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dashdot.shared.Span;

/**
 * Who is told next after how long, while nobody acknowledges a ticket.
 *
 * @param name of the policy that says so
 * @param steps each later than the one before
 * @param rounds how often all steps are gone through, at least once
 * @param again after how long the next round begins; null when there is one only
 * @param handBack whoever acknowledged and does nothing for so long loses it; null: never
 */
public record Escalation(String name, List<Step> steps, int rounds, Span again, Span handBack) {

  /**
   * @param after counted from the beginning of the round
   */
  public record Step(Span after, EscalationTarget to) {

    static List<Step> parse(String text) {
      return Arrays.stream(text.split(","))
          .map(step -> step.trim().split(" ", 2))
          .map(p -> new Step(Span.parse(p[0]), EscalationTarget.parse("steps", p[1])))
          .toList();
    }

    static String written(List<Step> steps) {
      return steps.stream()
          .map(step -> step.after() + " " + step.to())
          .collect(Collectors.joining(", "));
    }
  }

  /**
   * When the next step is due; empty when there is none.
   *
   * @param level how many steps were taken
   * @param since when the ticket became as urgent as it is
   */
  public Optional<Instant> due(int level, Instant since, ZoneId zone) {
    if (level >= steps.size() * rounds) {
      return Optional.empty();
    }
    Instant from = since;
    for (int round = 0; round < level / steps.size(); round++) {
      from = again.after(from, zone);
    }
    return Optional.of(steps.get(level % steps.size()).after().after(from, zone));
  }

  boolean tells(EscalationTarget.Kind kind, Long id) {
    return steps.stream().anyMatch(step -> step.to().equals(new EscalationTarget(kind, id)));
  }

  /** Whom the step of this level tells, from 1 on; empty when the policy has become shorter. */
  public Optional<EscalationTarget> at(int level) {
    return level < 1 || level > steps.size() * rounds
        ? Optional.empty()
        : Optional.of(steps.get((level - 1) % steps.size()).to());
  }
}

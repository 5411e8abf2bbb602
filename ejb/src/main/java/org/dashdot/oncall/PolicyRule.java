package org.dashdot.oncall;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Objects;
import java.util.Set;

/**
 * An escalation policy with what it holds for.
 *
 * @param team null: all teams that have none of their own
 * @param priorities for example P1 and P2
 * @param hours null: always
 */
public record PolicyRule(
    Long id, Long team, Set<String> priorities, Hours hours, Escalation escalation) {

  /** A team's own comes first, and then what holds at some hours only. */
  static final Comparator<PolicyRule> CLOSEST =
      Comparator.comparing((PolicyRule rule) -> rule.team() == null)
          .thenComparing(rule -> rule.hours() == null)
          .thenComparing(PolicyRule::id);

  boolean holds(Long wanted, String priority, Instant moment, ZoneId zone) {
    return (team == null || team.equals(wanted))
        && priorities.contains(priority)
        && (hours == null || hours.covers(moment, zone));
  }

  /** Whether both would hold for the same ticket, with nothing to choose between them. */
  boolean rivals(PolicyRule other) {
    return Objects.equals(team, other.team)
        && priorities.stream().anyMatch(other.priorities::contains)
        && (hours == null) == (other.hours == null)
        && (hours == null || hours.meets(other.hours));
  }
}

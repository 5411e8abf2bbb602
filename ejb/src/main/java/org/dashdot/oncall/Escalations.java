package org.dashdot.oncall;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dashdot.access.Team;
import org.dashdot.shared.Settings;

/** Which escalation holds for a ticket. Callers bring the transaction. */
@ApplicationScoped
public class Escalations {

  @Inject DutyBook book;

  /**
   * The team's own policy, else the one for all, else what the settings say.
   *
   * @param priority for example P1
   * @param own the settings of the ticket's source
   * @param since when the ticket became as urgent as it is: whoever is told at night is told by the
   *     policy of the night until morning
   */
  public Escalation of(Team team, String priority, Settings own, Instant since) {
    return book.policies().stream()
        .filter(rule -> rule.holds(team.id(), priority, since, team.zone()))
        .min(PolicyRule.CLOSEST)
        .map(PolicyRule::escalation)
        .orElseGet(() -> shipped(priority, own));
  }

  /** What holds where no policy does; without steps for a priority that escalates nowhere. */
  static Escalation shipped(String priority, Settings settings) {
    String prefix = priority.toLowerCase(Locale.ROOT) + ".";
    List<Escalation.Step> steps = new ArrayList<>();
    add(steps, settings, prefix + "escalate-second", EscalationTarget.Kind.SECOND);
    add(steps, settings, prefix + "escalate-team", EscalationTarget.Kind.TEAM);
    add(steps, settings, prefix + "escalate-manager", EscalationTarget.Kind.MANAGERS);
    return new Escalation(
        "shipped",
        List.copyOf(steps),
        1,
        null,
        settings.spanIfAny(prefix + "hand-back").orElse(null));
  }

  private static void add(
      List<Escalation.Step> steps, Settings settings, String key, EscalationTarget.Kind kind) {
    settings
        .spanIfAny(key)
        .ifPresent(after -> steps.add(new Escalation.Step(after, EscalationTarget.of(kind))));
  }
}

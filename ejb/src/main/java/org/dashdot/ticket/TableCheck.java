package org.dashdot.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dashdot.access.People;
import org.dashdot.shared.InvalidInput;
import org.dashdot.signal.Labels;

/** Tries a table on every kind of ticket before it may decide of real ones. */
@ApplicationScoped
public class TableCheck {

  private static final Pattern LITERAL = Pattern.compile("\"([^\"]*)\"");
  private static final List<String> SEVERITIES = List.of("critical", "warning", "info", "none");
  private static final List<String> ENVIRONMENTS = List.of("", "production", "test", "elsewhere");
  private static final List<String> TIERS = List.of("", "application", "system", "hardware");
  private static final List<String> PRIORITIES = List.of("", "P1", "P4", "nonsense");
  private static final List<Integer> HOURS = List.of(0, 12, 84, 167);

  @Inject DecisionTables tables;
  @Inject People people;

  /**
   * @throws InvalidInput naming {@code table}, with the first ticket that it cannot decide of
   */
  void require(DecisionTables.Kind kind, String document) {
    requireResults(kind, document);
    for (String severity : SEVERITIES) {
      for (String environment : ENVIRONMENTS) {
        for (String tier : TIERS) {
          for (String priority : PRIORITIES) {
            for (int hour : HOURS) {
              boolean large = hour > 100;
              require(
                  kind,
                  document,
                  new DecisionTables.Facts(
                      severity,
                      environment,
                      tier,
                      priority,
                      "",
                      Labels.of(Map.of("alertname", "Tried", "severity", severity)),
                      hour,
                      large ? 100 : 1,
                      large));
            }
          }
        }
      }
    }
  }

  /** What no ticket below meets: each rule's own words. */
  private void requireResults(DecisionTables.Kind kind, String document) {
    List<DecisionTables.Rule> rules;
    try {
      rules = tables.read(kind, document).rules();
    } catch (InvalidInput moreThanAGrid) {
      return;
    }
    for (int i = 0; i < rules.size(); i++) {
      Matcher literal = LITERAL.matcher(rules.get(i).result());
      if (literal.matches()) {
        require(kind, i + 1, literal.group(1));
      }
    }
  }

  private void require(DecisionTables.Kind kind, String document, DecisionTables.Facts facts) {
    DecisionTables.Answer answer = tables.ask(kind, document, facts);
    require(kind, answer.rules().get(0), answer.value());
  }

  private void require(DecisionTables.Kind kind, int rule, String result) {
    if (kind == DecisionTables.Kind.PRIORITY) {
      if (!Priority.named(result)) {
        throw new InvalidInput("table", "Rule " + rule + " gives \"" + result + "\", no priority.");
      }
    } else if (people.team(result).isEmpty()) {
      throw new InvalidInput(
          "table", "Rule " + rule + " gives the team \"" + result + "\", which is unknown.");
    }
  }
}

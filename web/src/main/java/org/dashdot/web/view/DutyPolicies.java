package org.dashdot.web.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.dashdot.access.Right;
import org.dashdot.oncall.Escalation;
import org.dashdot.oncall.EscalationTarget;
import org.dashdot.oncall.PolicyReader;
import org.dashdot.oncall.PolicyReader.PolicyRow;
import org.dashdot.oncall.PolicyReader.StepRow;
import org.dashdot.oncall.PolicyRule;

/** The escalation policies in sentences. */
@Named
@RequestScoped
public class DutyPolicies {

  @Inject PolicyReader reader;
  @Inject Me me;

  private List<PolicyRow> rows;
  private List<PolicyReader.Choice> choices;

  @PostConstruct
  void read() {
    rows = reader.policies(me.actor());
    choices = reader.choices(me.actor());
  }

  public List<PolicyRow> getRows() {
    return rows;
  }

  public boolean isMay() {
    return me.may(Right.EDIT_POLICIES, null);
  }

  /** For which priorities, teams and hours it holds. */
  public String scope(PolicyRow row) {
    PolicyRule rule = row.rule();
    String priorities =
        rule.priorities().stream()
            .sorted(Comparator.naturalOrder())
            .collect(Collectors.joining(", "));
    String team = row.team() == null ? Acts.text("policy.all") : row.team();
    return priorities
        + " · "
        + team
        + (rule.hours() == null ? "" : " · " + DutyRotation.words(rule.hours()));
  }

  public String title(PolicyRow row) {
    return row.rule().id() == null
        ? String.join(", ", row.rule().priorities()) + ", " + Acts.text("policy.shipped")
        : row.rule().escalation().name();
  }

  public String step(StepRow row) {
    return MessageFormat.format(
        Acts.text("policy.step"), row.step().after().words(), whom(row.step().to()));
  }

  /** Whom a step tells, in words. */
  String whom(EscalationTarget to) {
    String kind = Acts.text("policy.to." + to.kind().name());
    return to.id() == null
        ? kind
        : kind
            + " "
            + choices.stream()
                .filter(choice -> choice.to().equals(to))
                .map(PolicyReader.Choice::name)
                .findFirst()
                .orElse(Acts.text("policy.gone"));
  }

  /** Whom it would tell now; empty where that depends on the ticket's team. */
  public String now(StepRow row) {
    return row.names() == null ? "" : String.join(", ", row.names());
  }

  /** What would fail now; empty when nothing would. */
  public String fault(StepRow row) {
    if (row.names() == null) {
      return "";
    }
    if (row.names().isEmpty()) {
      return Acts.text("policy.nobody");
    }
    return row.unreachable().isEmpty()
        ? ""
        : MessageFormat.format(
            Acts.text("policy.unreachable"), String.join(", ", row.unreachable()));
  }

  /** Its rounds and when it takes a ticket from an idle owner; empty when there is neither. */
  public String rest(PolicyRow row) {
    Escalation escalation = row.rule().escalation();
    String rounds =
        escalation.rounds() == 1
            ? ""
            : MessageFormat.format(
                Acts.text("policy.rounds.words"), escalation.rounds(), escalation.again().words());
    String back =
        escalation.handBack() == null
            ? ""
            : MessageFormat.format(Acts.text("policy.back.words"), escalation.handBack().words());
    return (rounds + " " + back).trim();
  }
}

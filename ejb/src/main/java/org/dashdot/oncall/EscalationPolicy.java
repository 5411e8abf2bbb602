package org.dashdot.oncall;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Set;
import java.util.TreeSet;
import org.dashdot.access.Team;
import org.dashdot.shared.Span;

/**
 * Who is told next after how long, for some priorities, one team or all, always or at some hours.
 */
@Entity
@Table(name = "escalation_policy")
public class EscalationPolicy {

  @Id
  @SequenceGenerator(
      name = "escalation_policy_seq",
      sequenceName = "escalation_policy_seq",
      allocationSize = 1)
  @GeneratedValue(generator = "escalation_policy_seq")
  private Long id;

  @Version private int version;

  private String name;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "team_id")
  private Team team;

  private String priorities;

  /** As {@link Hours#toString} writes them; null: always. */
  private String hours;

  private String steps;
  private int rounds;

  @Column(name = "again_after")
  private String again;

  @Column(name = "hand_back")
  private String handBack;

  protected EscalationPolicy() {}

  /**
   * @param team null: all teams that have none of their own
   * @param priorities for example P1 and P2
   * @param hours null: always; counted in the zone of the ticket's team
   */
  EscalationPolicy(Team team, Set<String> priorities, Hours hours, Escalation escalation) {
    change(team, priorities, hours, escalation);
  }

  final void change(Team team, Set<String> priorities, Hours hours, Escalation escalation) {
    this.name = escalation.name();
    this.team = team;
    this.priorities = String.join(",", new TreeSet<>(priorities));
    this.hours = hours == null ? null : hours.toString();
    this.steps = Escalation.Step.written(escalation.steps());
    this.rounds = escalation.rounds();
    this.again = escalation.again() == null ? null : escalation.again().toString();
    this.handBack = escalation.handBack() == null ? null : escalation.handBack().toString();
  }

  PolicyRule rule() {
    return new PolicyRule(
        id,
        team == null ? null : team.id(),
        Set.of(priorities.split(",")),
        hours == null ? null : Hours.parse(hours),
        new Escalation(
            name,
            Escalation.Step.parse(steps),
            rounds,
            again == null ? null : Span.parse(again),
            handBack == null ? null : Span.parse(handBack)));
  }

  /** All of it, for the audit. */
  String words() {
    return priorities
        + (team == null ? "" : " of " + team.name())
        + (hours == null ? "" : " at " + hours)
        + ": "
        + steps
        + (rounds == 1 ? "" : "; " + rounds + " rounds, one each " + again)
        + (handBack == null ? "" : "; handed back after " + handBack);
  }

  public Long id() {
    return id;
  }

  public String name() {
    return name;
  }
}

package org.dashdot.bpmn.activity;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.VariableScope;

/** The facts of a low ticket that burns, without a ticket behind them. */
public class StandInFacts extends TicketFacts {

  @Override
  public boolean onlyCollects(VariableScope scope) {
    return false;
  }

  @Override
  public boolean acknowledgementNeeded(VariableScope scope) {
    return false;
  }

  @Override
  public boolean high(VariableScope scope) {
    return false;
  }

  @Override
  public boolean burning(VariableScope scope) {
    return true;
  }

  @Override
  public boolean causeOwed(VariableScope scope) {
    return false;
  }

  @Override
  public Date acknowledgeBy(VariableScope scope) {
    return tomorrow();
  }

  @Override
  public Date progressDue(VariableScope scope) {
    return tomorrow();
  }

  @Override
  public Date lookAfterAt(VariableScope scope) {
    return tomorrow();
  }

  @Override
  public String assignee(VariableScope scope) {
    return "1";
  }

  @Override
  public String team(VariableScope scope) {
    return "everyone";
  }

  private static Date tomorrow() {
    return Date.from(Instant.now().plus(Duration.ofDays(1)));
  }
}

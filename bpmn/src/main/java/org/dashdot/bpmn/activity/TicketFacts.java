package org.dashdot.bpmn.activity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.dashdot.notification.OwnerCare;
import org.dashdot.response.Reviews;
import org.dashdot.ticket.TicketCourse;

/** Answers the gateways and timers of the ticket's process with the ticket's present facts. */
@ApplicationScoped
@Named("ticketFacts")
public class TicketFacts {

  @Inject TicketCourse course;
  @Inject Reviews reviews;
  @Inject OwnerCare care;

  public boolean acknowledgementNeeded(VariableScope scope) {
    TicketCourse.Facts facts = facts(scope);
    return facts.high() && !facts.acknowledged();
  }

  /** It holds what a window suppresses, and nobody works on it. */
  public boolean onlyCollects(VariableScope scope) {
    return facts(scope).onlyCollects();
  }

  public boolean high(VariableScope scope) {
    return facts(scope).high();
  }

  public boolean burning(VariableScope scope) {
    return course.burning(TicketVariable.of(scope));
  }

  /** Somebody took it and has not yet said the cause. */
  public boolean causeOwed(VariableScope scope) {
    TicketCourse.Facts facts = facts(scope);
    return facts.acknowledged() && !facts.explained();
  }

  public boolean somebodyLeft(VariableScope scope) {
    return course.nextEscalation(TicketVariable.of(scope)).isPresent();
  }

  public boolean reviewNeeded(VariableScope scope) {
    return reviews.needsPerson(TicketVariable.of(scope));
  }

  public Date acknowledgeBy(VariableScope scope) {
    return Date.from(facts(scope).acknowledgeBy());
  }

  public Date nextEscalation(VariableScope scope) {
    return Date.from(course.nextEscalation(TicketVariable.of(scope)).orElseGet(Instant::now));
  }

  public Date stableAt(VariableScope scope) {
    return Date.from(course.stableAt(TicketVariable.of(scope)));
  }

  public Date reopenUntil(VariableScope scope) {
    return Date.from(facts(scope).reopenUntil());
  }

  public Date reviewBy(VariableScope scope) {
    return Date.from(facts(scope).reviewBy());
  }

  public Date progressDue(VariableScope scope) {
    return Date.from(facts(scope).progressDue());
  }

  /** When somebody must have done something. */
  public Date lookAfterAt(VariableScope scope) {
    return Date.from(care.due(TicketVariable.of(scope)));
  }

  /** What the step before found out. */
  public boolean handedBack(VariableScope scope) {
    return Boolean.TRUE.equals(scope.getVariable(LookAfterOwner.HANDED_BACK));
  }

  /** The owner as the engine's assignee; null when it is nobody's. */
  public String assignee(VariableScope scope) {
    return course.ownerId(TicketVariable.of(scope)).map(String::valueOf).orElse(null);
  }

  /** The team as the engine's candidate group. */
  public String team(VariableScope scope) {
    return course.teamName(TicketVariable.of(scope));
  }

  private TicketCourse.Facts facts(VariableScope scope) {
    return course.facts(TicketVariable.of(scope));
  }
}

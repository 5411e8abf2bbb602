package org.dashdot.bpmn.activity;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.dashdot.oncall.Escalation;

/** A ticket of which a test says the facts; it writes down what the process does with it. */
public class ScriptedTicket extends TicketFacts {

  public boolean onlyCollects;
  public boolean high;
  public boolean acknowledged;
  public boolean burning = true;
  public boolean explained;
  public boolean reviewNeeded;
  public int peopleLeft = 3;

  /** Whether the next look takes it from its owner. */
  public boolean ownerIsIdle;

  /** How many minutes pass until its owner is looked after. */
  public int patience = 365 * 24 * 60;

  /** A policy in place of a step each five minutes, counted from when it became urgent. */
  public Escalation policy;

  public Instant urgentSince;
  public ZoneId zone = ZoneOffset.UTC;

  /** When the steps of the policy were taken. */
  public final List<Instant> escalatedAt = new ArrayList<>();

  /** The names of the automatic steps, in order. */
  public final List<String> did = new ArrayList<>();

  private final Map<String, JavaDelegate> activities =
      Map.ofEntries(
          step("prioritiseAndRoute"),
          step("tellResponder"),
          Map.entry(
              "escalate",
              execution -> {
                did.add("escalate");
                escalatedAt.add(ClockUtil.getCurrentTime().toInstant());
                peopleLeft--;
              }),
          step("remindOwner"),
          Map.entry(
              "lookAfterOwner",
              execution -> {
                did.add("lookAfterOwner");
                execution.setVariableLocal(LookAfterOwner.HANDED_BACK, ownerIsIdle);
                if (ownerIsIdle) {
                  acknowledged = false;
                  ownerIsIdle = false;
                }
              }),
          step("markResolved"),
          step("stopReopening"),
          step("noteMissingReview"),
          step("closeTicket"),
          step("closeAsFalsePositive"),
          step("closeAsMerged"));

  private Map.Entry<String, JavaDelegate> step(String name) {
    return Map.entry(name, execution -> did.add(name));
  }

  /** What models may name. */
  public Optional<Object> bean(String name) {
    return name.equals("ticketFacts")
        ? Optional.of(this)
        : Optional.ofNullable(activities.get(name));
  }

  @Override
  public boolean acknowledgementNeeded(VariableScope scope) {
    return high && !acknowledged;
  }

  @Override
  public boolean onlyCollects(VariableScope scope) {
    return onlyCollects;
  }

  @Override
  public boolean high(VariableScope scope) {
    return high;
  }

  @Override
  public boolean burning(VariableScope scope) {
    return burning;
  }

  @Override
  public boolean causeOwed(VariableScope scope) {
    return acknowledged && !explained;
  }

  @Override
  public boolean somebodyLeft(VariableScope scope) {
    return policy == null ? peopleLeft > 0 : due().isPresent();
  }

  private Optional<Instant> due() {
    return policy.due(escalatedAt.size(), urgentSince, zone);
  }

  @Override
  public boolean reviewNeeded(VariableScope scope) {
    return reviewNeeded;
  }

  @Override
  public Date acknowledgeBy(VariableScope scope) {
    return in(5);
  }

  @Override
  public Date nextEscalation(VariableScope scope) {
    return policy == null ? in(5) : Date.from(due().orElseThrow());
  }

  @Override
  public Date stableAt(VariableScope scope) {
    return in(5);
  }

  @Override
  public Date reopenUntil(VariableScope scope) {
    return in(24 * 60);
  }

  @Override
  public Date reviewBy(VariableScope scope) {
    return in(3 * 24 * 60);
  }

  @Override
  public Date progressDue(VariableScope scope) {
    return in(30);
  }

  @Override
  public Date lookAfterAt(VariableScope scope) {
    return in(patience);
  }

  @Override
  public String assignee(VariableScope scope) {
    return "7";
  }

  @Override
  public String team(VariableScope scope) {
    return "everyone";
  }

  private static Date in(int minutes) {
    return Date.from(
        Instant.ofEpochMilli(ClockUtil.getCurrentTime().getTime()).plusSeconds(60L * minutes));
  }
}

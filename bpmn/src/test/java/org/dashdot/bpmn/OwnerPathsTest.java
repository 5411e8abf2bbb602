package org.dashdot.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import org.dashdot.ticket.LifecycleMessage.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How a ticket presses on whoever should take it, or has it and does nothing. */
class OwnerPathsTest {

  private final ProcessUnderTest process = new ProcessUnderTest();

  @AfterEach
  void close() {
    process.close();
  }

  private static final int DAY = 24 * 60;

  @Test
  void unacknowledgedTicketEscalatesUntilEverybodyWasTold() {
    process.ticket.high = true;
    process.opened();
    process.pass(6);
    assertThat(process.ticket.did).containsOnlyOnce("escalate");
    process.pass(6);
    process.pass(6);
    process.pass(60);
    assertThat(process.ticket.did.stream().filter("escalate"::equals)).hasSize(3);
    assertThat(process.passed())
        .contains("Event_AcknowledgementOverdue", "Event_NextEscalationDue", "Event_EverybodyTold");
    assertThat(process.tasks()).containsExactly("Task_Acknowledge");
  }

  @Test
  void acknowledgementStopsEscalation() {
    process.ticket.high = true;
    process.opened();
    process.pass(6);
    process.acknowledge();
    process.pass(60);
    assertThat(process.ticket.did.stream().filter("escalate"::equals)).hasSize(1);
  }

  @Test
  void ownerWhoDoesNothingIsRemindedAgainAndAgain() {
    process.ticket.patience = 30;
    process.ticket.high = true;
    process.opened();
    process.acknowledge();
    process.pass(31);
    process.pass(31);
    assertThat(process.ticket.did.stream().filter("lookAfterOwner"::equals)).hasSize(2);
    assertThat(process.tasks()).containsExactly("Task_Resolve");
    process.resolve();
    assertThat(process.passed()).contains("Event_ProgressExpected", "Event_ProgressExpectedAgain");
  }

  @Test
  void whatIsTakenFromAnIdleOwnerMustBeAcknowledgedAnew() {
    process.ticket.patience = 30;
    process.ticket.high = true;
    process.opened();
    process.acknowledge();
    process.ticket.ownerIsIdle = true;
    process.pass(31);
    assertThat(process.tasks()).containsExactly("Task_Acknowledge");
    assertThat(process.passed()).contains("Event_HandedBack");
    assertThat(process.ticket.did.stream().filter("tellResponder"::equals)).hasSize(2);
    process.pass(6);
    assertThat(process.ticket.did).contains("escalate");
    process.acknowledge();
    process.resolve();
    process.clears();
    process.pass(6);
    process.pass(DAY + 1);
    assertThat(process.ended()).isTrue();
  }

  @Test
  void lowTicketThatIsTakenBackIsToldToTheNextOwner() {
    process.ticket.patience = 30;
    process.opened();
    process.ticket.ownerIsIdle = true;
    process.pass(31);
    assertThat(process.tasks()).containsExactly("Task_Resolve");
    assertThat(process.ticket.did.stream().filter("tellResponder"::equals)).hasSize(2);
    assertThat(process.mirrored).hasSize(1);
  }

  @Test
  void whatIsOverEndsLookingAfterItsOwner() {
    process.ticket.patience = 30;
    process.opened();
    process.resolve();
    process.clears();
    process.pass(31);
    assertThat(process.ticket.did).doesNotContain("lookAfterOwner");
  }

  @Test
  void twoTimersDueAtOneMomentBothHappen() {
    process.ticket.patience = 5;
    process.ticket.high = true;
    process.opened();
    process.pass(5);
    assertThat(process.ticket.did).contains("escalate", "lookAfterOwner");
    assertThat(process.tasks()).containsExactly("Task_Acknowledge");
  }

  @Test
  void whatIsHandedToSomebodyElseMustBeAcknowledgedByThem() {
    process.ticket.high = true;
    process.opened();
    process.acknowledge();
    process.ticket.acknowledged = false;
    assertThat(process.tell(Kind.PRIORITY_CHANGED)).isTrue();
    assertThat(process.tasks()).containsExactly("Task_Acknowledge");
    process.pass(6);
    assertThat(process.ticket.did).contains("escalate");
  }

  @Test
  void ownerIsRemindedWhileItBurnsThoughExplained() {
    process.opened();
    process.resolve();
    process.pass(31);
    process.pass(31);
    assertThat(process.ticket.did.stream().filter("remindOwner"::equals)).hasSize(2);
    process.clears();
    process.pass(6);
    assertThat(process.ticket.did).contains("markResolved");
  }
}

package org.dashdot.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import org.dashdot.ticket.LifecycleMessage.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A row of the path table a test, each with its number of human tasks. */
class TicketPathsTest {

  private final ProcessUnderTest process = new ProcessUnderTest();

  @AfterEach
  void close() {
    process.close();
  }

  private static final int DAY = 24 * 60;

  @Test
  void highTicketIsAcknowledgedResolvedReviewedAndClosed() {
    process.ticket.high = true;
    process.ticket.reviewNeeded = true;
    process.opened();
    assertThat(process.tasks()).containsExactly("Task_Acknowledge");
    assertThat(process.ticket.did).containsExactly("prioritiseAndRoute", "tellResponder");
    process.acknowledge();
    assertThat(process.tasks()).containsExactly("Task_Resolve");
    process.resolve();
    assertThat(process.tasks()).isEmpty();
    assertThat(process.clears()).isTrue();
    process.pass(6);
    assertThat(process.ticket.did).contains("markResolved");
    assertThat(process.tasks()).containsExactly("Task_ReviewAutomationPotential");
    process.answer("Task_ReviewAutomationPotential");
    process.pass(DAY + 1);
    assertThat(process.passed()).contains("Event_TicketClosed", "Event_Acknowledged");
    assertThat(process.ended()).isTrue();
    assertThat(process.humanTasks).isEqualTo(3);
  }

  @Test
  void knownClassNeedsNoReview() {
    process.ticket.high = true;
    process.opened();
    process.acknowledge();
    process.resolve();
    process.clears();
    process.pass(6);
    assertThat(process.tasks()).isEmpty();
    process.pass(DAY + 1);
    assertThat(process.ended()).isTrue();
    assertThat(process.humanTasks).isEqualTo(2);
  }

  @Test
  void lowTicketStillBurningNeedsOneForm() {
    process.opened();
    assertThat(process.tasks()).containsExactly("Task_Resolve");
    process.resolve();
    process.clears();
    process.pass(6);
    process.pass(DAY + 1);
    assertThat(process.ended()).isTrue();
    assertThat(process.humanTasks).isEqualTo(1);
  }

  @Test
  void lowTicketThatClearsUntouchedNeedsNobody() {
    process.opened();
    assertThat(process.clears()).isTrue();
    assertThat(process.tasks()).isEmpty();
    process.pass(6);
    assertThat(process.ticket.did).contains("markResolved");
    process.pass(DAY + 1);
    assertThat(process.ended()).isTrue();
    assertThat(process.passed()).contains("Event_ClearedByItself");
    assertThat(process.humanTasks).isZero();
    assertThat(process.mirrored).isEmpty();
  }

  @Test
  void highTicketThatClearsBeforeAcknowledgementIsReviewedOnly() {
    process.ticket.high = true;
    process.ticket.reviewNeeded = true;
    process.opened();
    process.clears();
    process.pass(6);
    assertThat(process.tasks()).containsExactly("Task_ReviewAutomationPotential");
    process.answer("Task_ReviewAutomationPotential");
    process.pass(DAY + 1);
    assertThat(process.ended()).isTrue();
    assertThat(process.humanTasks).isEqualTo(1);
  }

  @Test
  void clearedWhileBeingWorkedKeepsTheForm() {
    process.ticket.high = true;
    process.opened();
    process.acknowledge();
    assertThat(process.clears()).isTrue();
    assertThat(process.tasks()).containsExactly("Task_Resolve");
    process.resolve();
    assertThat(process.passed()).contains("Event_OwnerFinishes", "Event_BurningOver");
    process.pass(6);
    process.pass(DAY + 1);
    assertThat(process.ended()).isTrue();
  }

  @Test
  void firedAgainBeforeItWasStableReturnsToTheSameStep() {
    process.opened();
    process.clears();
    assertThat(process.firesAgain()).isTrue();
    assertThat(process.tasks()).containsExactly("Task_Resolve");
    process.pass(60);
    assertThat(process.ticket.did).doesNotContain("markResolved");
    assertThat(process.passed()).contains("Event_FiredAgainTooSoon");
  }

  @Test
  void firedAgainWithinTheReopenWindowReopensTheSameTicket() {
    process.ticket.high = true;
    process.ticket.reviewNeeded = true;
    process.opened();
    process.acknowledge();
    process.resolve();
    process.clears();
    process.pass(6);
    process.ticket.explained = false;
    assertThat(process.firesAgain()).isTrue();
    assertThat(process.tasks()).containsExactly("Task_Resolve");
    assertThat(process.passed()).contains("Event_FiredAgain");
    assertThat(process.ended()).isFalse();
  }

  @Test
  void reviewNeverBlocksClosing() {
    process.ticket.high = true;
    process.ticket.reviewNeeded = true;
    process.opened();
    process.acknowledge();
    process.resolve();
    process.clears();
    process.pass(6);
    process.pass(4 * DAY);
    assertThat(process.ticket.did).contains("noteMissingReview", "closeTicket");
    assertThat(process.passed()).contains("Event_ReviewOverdue", "Event_ReopenWindowElapsed");
    assertThat(process.ended()).isTrue();
  }

  @Test
  void falsePositiveEndsAtOnceFromAnyStep() {
    process.ticket.high = true;
    process.opened();
    assertThat(process.tell(Kind.FALSE_POSITIVE)).isTrue();
    assertThat(process.ended()).isTrue();
    assertThat(process.passed()).contains("Event_Dismissed");
    assertThat(process.mirrored).isEmpty();
  }

  @Test
  void mergedTicketEndsAndItsStepsAreGone() {
    process.opened();
    assertThat(process.tell(Kind.MERGED)).isTrue();
    assertThat(process.ended()).isTrue();
    assertThat(process.passed()).contains("Event_Merged");
    assertThat(process.tasks()).isEmpty();
  }

  @Test
  void unconfirmedHighTicketAsksWhetherItIsOver() {
    process.ticket.high = true;
    process.opened();
    process.acknowledge();
    assertThat(process.tell(Kind.UNCONFIRMED)).isTrue();
    assertThat(process.tasks()).containsExactly("Task_ConfirmOver", "Task_Resolve");
    process.answer("Task_ConfirmOver");
    assertThat(process.tasks()).containsExactly("Task_Resolve");
    assertThat(process.passed()).contains("Event_Answered");
  }

  @Test
  void theQuestionIsIdleWhenItHasClearedAndTheOwnerIsDone() {
    process.ticket.high = true;
    process.opened();
    process.acknowledge();
    process.tell(Kind.UNCONFIRMED);
    process.ticket.burning = false;
    process.answer("Task_Resolve");
    assertThat(process.tasks()).isEmpty();
    assertThat(process.passed()).contains("Event_BurningOver");
  }

  @Test
  void unconfirmedLowTicketAsksNobody() {
    process.opened();
    assertThat(process.tell(Kind.UNCONFIRMED)).isTrue();
    assertThat(process.tasks()).containsExactly("Task_Resolve");
    assertThat(process.passed()).contains("Event_NotAsked");
  }

  @Test
  void aNewSignalWithdrawsTheQuestion() {
    process.ticket.high = true;
    process.opened();
    process.tell(Kind.UNCONFIRMED);
    assertThat(process.firesAgain()).isTrue();
    assertThat(process.tasks()).containsExactly("Task_Acknowledge");
    assertThat(process.passed()).contains("Event_SeenAgain");
  }

  @Test
  void raisedPriorityAsksForAcknowledgement() {
    process.opened();
    process.ticket.high = true;
    assertThat(process.tell(Kind.PRIORITY_CHANGED)).isTrue();
    assertThat(process.tasks()).containsExactly("Task_Acknowledge");
    assertThat(process.passed()).contains("Event_PriorityChanged");
  }

  @Test
  void whatCollectsForAWindowNeedsNobodyAndClosesWithIt() {
    process.ticket.onlyCollects = true;
    process.opened();
    process.pass(60 * 24 * 7);
    assertThat(process.tasks()).isEmpty();
    assertThat(process.tell(Kind.CLEARED)).isFalse();
    assertThat(process.tell(Kind.WINDOW_OVER)).isTrue();
    process.pass(1);
    assertThat(process.ended()).isTrue();
    assertThat(process.humanTasks).isZero();
    assertThat(process.ticket.did).contains("closeTicket").doesNotContain("tellResponder");
  }

  @Test
  void everyMessageInEveryWaitIsTakenOnceOrWithoutEffect() {
    for (Kind message : Kind.values()) {
      for (int stage = 0; stage < 6; stage++) {
        process.close();
        try (ProcessUnderTest fresh = new ProcessUnderTest()) {
          advance(fresh, stage);
          int before = fresh.tasks().size();
          assertThat(fresh.takers(message))
              .as(message + " at stage " + stage)
              .isLessThanOrEqualTo(1);
          assertThat(fresh.tasks().size()).isLessThanOrEqualTo(before + 1);
          assertThat(fresh.tasks()).doesNotHaveDuplicates();
        }
      }
    }
  }

  private static void advance(ProcessUnderTest fresh, int stage) {
    fresh.ticket.high = true;
    fresh.ticket.reviewNeeded = true;
    fresh.ticket.onlyCollects = stage == 5;
    fresh.opened();
    if (stage == 5) {
      return;
    }
    if (stage > 0) {
      fresh.acknowledge();
    }
    if (stage > 1) {
      fresh.resolve();
    }
    if (stage > 2) {
      fresh.clears();
    }
    if (stage > 3) {
      fresh.pass(6);
    }
  }
}

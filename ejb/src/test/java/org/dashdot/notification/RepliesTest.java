package org.dashdot.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dashdot.access.Actor;
import org.dashdot.access.Role;
import org.dashdot.shared.Conflict;
import org.dashdot.ticket.TicketDesk;
import org.dashdot.ticket.TicketNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A reply takes only what its sender was told of and nobody else has. */
class RepliesTest {

  private static final String OWN = "+49170111";
  private static final String SHARED = "+49170222";

  private final List<Long> taken = new ArrayList<>();
  private final Replies replies = new Replies();

  private static Actor person(long id) {
    return new Actor(
        Actor.Kind.PERSON, id, "Ann", Set.of(Role.OPERATOR), Set.of(), null, Instant.EPOCH, "sms");
  }

  @BeforeEach
  void begin() {
    replies.clock = Clock.systemUTC();
    replies.repliers =
        new Repliers() {
          @Override
          public List<Actor> of(String number) {
            return number.equals(OWN)
                ? List.of(person(1))
                : number.equals(SHARED) ? List.of(person(1), person(2)) : List.of();
          }

          @Override
          public boolean asked(TicketNumber ticket, Actor actor) {
            return ticket.value() < 100;
          }
        };
    replies.desk =
        new TicketDesk() {
          @Override
          public void acknowledgeUntaken(TicketNumber number, Actor actor) {
            if (number.value() == 13) {
              throw new Conflict("#13 is Ben's already.");
            }
            taken.add(number.value());
          }
        };
  }

  @ParameterizedTest
  @ValueSource(strings = {"A47", "a47", " A 47 ", "A#47", "A47."})
  void takesTheTicketThatItsSenderWasToldOf(String text) {
    assertThat(replies.heard(OWN, text)).isEqualTo("#47 is yours.");
    assertThat(taken).containsExactly(47L);
  }

  @Test
  void whatItsSenderWasNotToldOfIsNotTaken() {
    assertThat(replies.heard(OWN, "A4711")).contains("not told of #4711");
    assertThat(taken).isEmpty();
  }

  @Test
  void whatSomebodyElseHasStaysTheirs() {
    assertThat(replies.heard(OWN, "A13")).contains("is Ben's already");
    assertThat(taken).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"+49999", SHARED, "not a number"})
  void anUnknownNumberAndOneThatTwoShareTakeNothing(String from) {
    replies.heard(from, "A47");
    assertThat(taken).isEmpty();
  }

  @Test
  void whatIsNotUnderstoodIsExplainedOnceAMinute() {
    assertThat(replies.heard(OWN, "who are you?")).isEqualTo(Replies.HELP);
    assertThat(replies.heard(OWN, "who are you?")).isEmpty();
    assertThat(taken).isEmpty();
  }
}

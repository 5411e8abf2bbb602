package org.dashdot.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.dashdot.signal.Labels;
import org.dashdot.signal.Severity;
import org.junit.jupiter.api.Test;

/** Everybody's time to react counts from when a ticket became as urgent as it is. */
class TicketUrgencyTest {

  private static final Instant OPENED = Instant.parse("2026-11-22T07:00:00Z");
  private static final Instant LATER = OPENED.plusSeconds(36_000);

  private final Ticket ticket =
      new Ticket(
          new Ticket.Opening(
              "title",
              "prometheus",
              new GroupKey("key"),
              "class",
              Labels.of(Map.of()),
              Severity.WARNING,
              null,
              Labels.of(Map.of()),
              false,
              OPENED));

  TicketUrgencyTest() {
    ticket.route(Priority.P3, null, LATER);
    ticket.escalated(2);
  }

  @Test
  void aRaisedTicketEscalatesFromThenOn() {
    ticket.prioritise(Priority.P1, LATER, LATER);
    assertThat(ticket.urgentSince()).isEqualTo(LATER);
    assertThat(ticket.escalationLevel()).isZero();
  }

  @Test
  void aLoweredOneGoesOnWhereItWas() {
    ticket.prioritise(Priority.P4, LATER, LATER);
    assertThat(ticket.urgentSince()).isEqualTo(OPENED);
    assertThat(ticket.escalationLevel()).isEqualTo(2);
  }

  @Test
  void whoHadItKeepsItWhileItWasOnlyClear() {
    ticket.acknowledge(null, OPENED);
    ticket.clear(OPENED);
    assertThat(ticket.burnAgain(LATER)).isTrue();
    assertThat(ticket.status()).isEqualTo(TicketStatus.ACKNOWLEDGED);
    assertThat(ticket.urgentSince()).isEqualTo(LATER);
  }

  @Test
  void afterItWasResolvedSomebodyMustTakeItAnew() {
    ticket.acknowledge(null, OPENED);
    ticket.clear(OPENED);
    ticket.resolve(OPENED);
    assertThat(ticket.burnAgain(LATER)).isTrue();
    assertThat(ticket.status()).isEqualTo(TicketStatus.OPEN);
    assertThat(ticket.acknowledgedAt()).isNull();
    assertThat(ticket.reopened()).isEqualTo(1);
    assertThat(ticket.escalationLevel()).isZero();
  }

  @Test
  void whatWasAskedForOnceIsNoNewsAgain() {
    assertThat(ticket.asks(Priority.P2)).isTrue();
    ticket.prioritise(Priority.P2, LATER, LATER);
    ticket.prioritise(Priority.P4, LATER, LATER);
    assertThat(ticket.asks(Priority.P2)).as("a person lowered it").isFalse();
    assertThat(ticket.asks(Priority.P1)).isTrue();
  }
}

package org.dashdot.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.dashdot.ticket.TicketPath.Standing;
import org.dashdot.ticket.TicketPath.Stop;
import org.junit.jupiter.api.Test;

class TicketPathTest {

  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

  private static Instant at(int minutes) {
    return START.plus(Duration.ofMinutes(minutes));
  }

  /** Minutes after its opening; null for what has not happened. */
  private static TicketView ticket(
      Priority priority, TicketStatus status, Integer taken, Integer cleared, Integer closed) {
    return new TicketView(
        1,
        "t",
        priority,
        status,
        false,
        null,
        "a",
        1L,
        null,
        null,
        "s",
        "k",
        Map.of(),
        null,
        List.of(),
        START,
        moment(taken),
        moment(cleared),
        moment(closed),
        moment(closed),
        null,
        null,
        0,
        closed == null ? null : "it",
        null,
        null,
        null,
        false,
        null,
        List.of());
  }

  private static Instant moment(Integer minutes) {
    return minutes == null ? null : at(minutes);
  }

  private static List<String> told(List<Stop> stops) {
    return stops.stream()
        .map(
            stop ->
                stop.station()
                    + (stop.standing() == Standing.PASSED ? "" : " " + stop.standing())
                    + (stop.took() == null ? "" : " " + stop.took().toMinutes())
                    + (stop.byPerson() ? " person" : ""))
        .toList();
  }

  @Test
  void aHighTicketThatNobodyTookWaitsForSomebody() {
    assertThat(
            told(
                TicketPath.of(
                    ticket(Priority.P1, TicketStatus.OPEN, null, null, null),
                    Map.of(TimelineEntry.Kind.TOLD, List.of(at(1), at(3))),
                    List.of(AcknowledgeStep.KEY),
                    at(5))))
        .containsExactly(
            "OPENED",
            "TOLD 1",
            "ACKNOWLEDGED HERE 4 person",
            "EXPLAINED AHEAD person",
            "CLEARED AHEAD",
            "RESOLVED AHEAD",
            "REVIEWED AHEAD person",
            "CLOSED AHEAD");
  }

  @Test
  void whatClearedByItselfPromisesNoWorkToAnybody() {
    assertThat(
            told(
                TicketPath.of(
                    ticket(Priority.P3, TicketStatus.CLEARED, null, 7, null),
                    Map.of(),
                    List.of(),
                    at(9))))
        .containsExactly("OPENED", "CLEARED 7", "RESOLVED HERE 2", "CLOSED AHEAD");
  }

  @Test
  void whatIsClosedStandsNowhere() {
    List<Stop> stops =
        TicketPath.of(
            ticket(Priority.P2, TicketStatus.CLOSED, 2, 20, 60),
            Map.of(TimelineEntry.Kind.EXPLAINED, List.of(at(25), at(30))),
            List.of(),
            at(90));
    assertThat(told(stops))
        .containsExactly(
            "OPENED", "ACKNOWLEDGED 2", "CLEARED 18", "EXPLAINED 10", "RESOLVED 30", "CLOSED 0");
  }
}

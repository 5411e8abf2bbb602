package org.dashdot.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dashdot.oncall.Escalation;
import org.dashdot.oncall.EscalationTarget;
import org.dashdot.shared.Span;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The process escalates by a real policy while the clocks of a team change, with the engine's clock
 * moved minute by minute: no step comes early, late, twice or never.
 */
class EscalationOverClockChangesTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private final ProcessUnderTest process = new ProcessUnderTest();

  @AfterEach
  void close() {
    process.close();
  }

  private static Escalation policy(int rounds, String again, String... afters) {
    return new Escalation(
        "night",
        Stream.of(afters)
            .map(
                after ->
                    new Escalation.Step(
                        Span.parse(after), new EscalationTarget(EscalationTarget.Kind.TEAM, null)))
            .toList(),
        rounds,
        again == null ? null : Span.parse(again),
        null);
  }

  private List<Instant> escalated(Escalation policy, Instant opened, Duration length) {
    process.passUntil(opened);
    process.ticket.high = true;
    process.ticket.policy = policy;
    process.ticket.urgentSince = opened;
    process.ticket.zone = BERLIN;
    process.opened();
    for (Instant at = opened; !at.isAfter(opened.plus(length)); at = at.plusSeconds(60)) {
      process.passUntil(at);
    }
    return new ArrayList<>(process.ticket.escalatedAt);
  }

  @ParameterizedTest
  @CsvSource({"2026-03-29T00:50:00Z", "2026-10-25T00:50:00Z", "2026-10-25T00:58:00Z"})
  void minutesAreMinutesInTheNightInWhichTheClocksChange(Instant opened) {
    // As the shipped P1: the second, the team, the managers.
    assertThat(escalated(policy(1, null, "PT5M", "PT10M", "PT20M"), opened, Duration.ofMinutes(90)))
        .containsExactly(
            opened.plusSeconds(300), opened.plusSeconds(600), opened.plusSeconds(1200));
  }

  @ParameterizedTest
  @CsvSource({"2026-03-29T00:30:00Z", "2026-10-25T00:30:00Z"})
  void roundsGoOnOverTheChange(Instant opened) {
    assertThat(escalated(policy(3, "PT30M", "PT5M", "PT20M"), opened, Duration.ofMinutes(120)))
        .containsExactly(
            opened.plus(Duration.ofMinutes(5)),
            opened.plus(Duration.ofMinutes(20)),
            opened.plus(Duration.ofMinutes(35)),
            opened.plus(Duration.ofMinutes(50)),
            opened.plus(Duration.ofMinutes(65)),
            opened.plus(Duration.ofMinutes(80)));
  }

  /** A working day ends at the same time by the clock on the wall. */
  @ParameterizedTest
  @CsvSource({
    "2026-03-27T10:00, 2026-03-30T10:00",
    "2026-10-23T10:00, 2026-10-26T10:00",
  })
  void aWorkingDayOverTheChangeEndsAtTheSameTimeOfDay(LocalDateTime opened, LocalDateTime due) {
    Instant from = opened.atZone(BERLIN).toInstant();
    Instant until = due.atZone(BERLIN).toInstant();
    process.passUntil(from);
    process.ticket.high = true;
    process.ticket.policy = policy(1, null, "1wd");
    process.ticket.urgentSince = from;
    process.ticket.zone = BERLIN;
    process.opened();
    process.passUntil(until.minusSeconds(1));
    assertThat(process.ticket.escalatedAt).isEmpty();
    process.passUntil(until);
    assertThat(process.ticket.escalatedAt).containsExactly(until);
  }

  @ParameterizedTest
  @CsvSource({"2026-03-29T00:58:00Z", "2026-10-25T00:58:00Z"})
  void acknowledgementStopsItAlsoThen(Instant opened) {
    process.passUntil(opened);
    process.ticket.high = true;
    process.ticket.policy = policy(1, null, "PT5M", "PT10M");
    process.ticket.urgentSince = opened;
    process.ticket.zone = BERLIN;
    process.opened();
    process.passUntil(opened.plusSeconds(300));
    process.acknowledge();
    process.passUntil(opened.plus(Duration.ofHours(3)));
    assertThat(process.ticket.escalatedAt).hasSize(1);
  }
}

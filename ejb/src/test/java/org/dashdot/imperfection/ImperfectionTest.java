package org.dashdot.imperfection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.dashdot.signal.Fingerprint;
import org.dashdot.signal.Labels;
import org.dashdot.signal.Severity;
import org.dashdot.signal.Signal;
import org.junit.jupiter.api.Test;

/** A condition over time. */
class ImperfectionTest {

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private static Signal signal(String severity, Instant start) {
    return new Signal(
        Signal.State.FIRING,
        Labels.of(Map.of("alertname", "A", "severity", severity)),
        Labels.of(Map.of()),
        start,
        null,
        null,
        null,
        "{}");
  }

  private final Imperfection imperfection =
      new Imperfection(
          Fingerprint.of(Labels.of(Map.of("alertname", "A")), Set.of()),
          1L,
          signal("warning", NOON),
          NOON,
          null);

  @Test
  void anUnchangedSignalOnlyRepeats() {
    assertThat(imperfection.repeats(signal("warning", NOON))).isTrue();
    assertThat(imperfection.repeats(signal("critical", NOON))).isFalse();
  }

  @Test
  void keepsTheEarliestStartAndTheWorstSeverity() {
    imperfection.fires(signal("critical", NOON.minusSeconds(60)), 1L, NOON, null);
    imperfection.fires(signal("info", NOON), 1L, NOON, null);
    assertThat(imperfection.startsAt()).isEqualTo(NOON.minusSeconds(60));
    assertThat(imperfection.severity()).isEqualTo(Severity.CRITICAL);
  }

  @Test
  void clearsOnceAndBeginsAnew() {
    assertThat(imperfection.clears(NOON.plusSeconds(60))).isTrue();
    assertThat(imperfection.clears(NOON.plusSeconds(61))).isFalse();
    assertThat(imperfection.fires(signal("info", null), 1L, NOON.plusSeconds(90), null)).isTrue();
    assertThat(imperfection.severity()).isEqualTo(Severity.INFO);
    assertThat(imperfection.clearedAt()).isNull();
  }

  @Test
  void aLateResolvedWordOfAnEarlierTimeIsOld() {
    Signal old =
        new Signal(
            Signal.State.RESOLVED,
            Labels.of(Map.of("alertname", "A")),
            Labels.of(Map.of()),
            NOON.minusSeconds(600),
            NOON.minusSeconds(300),
            null,
            null,
            "{}");
    assertThat(imperfection.outdates(old)).isTrue();
  }

  private static Signal resolved(Instant start, Instant end, String address) {
    return new Signal(
        Signal.State.RESOLVED,
        Labels.of(Map.of("alertname", "A")),
        Labels.of(Map.of()),
        start,
        end,
        address,
        null,
        "{}");
  }

  @Test
  void aTwinThatSaysForAQuarterHourWhatIsOverEndsNothingTwice() {
    Signal over = resolved(NOON, NOON.plusSeconds(600), null);
    assertThat(imperfection.outdates(over)).isFalse();
    assertThat(imperfection.clears(over, NOON.plusSeconds(601))).isTrue();

    Instant stillSeen = NOON.plusSeconds(8);
    imperfection.fires(signal("warning", stillSeen), 1L, NOON.plusSeconds(610), null);
    assertThat(imperfection.outdates(over)).as("the same word again").isTrue();
    assertThat(imperfection.outdates(resolved(stillSeen, NOON.plusSeconds(660), null)))
        .as("a later end")
        .isFalse();
  }

  @Test
  void aMuteEndsOnceWhileItBurns() {
    imperfection.mute(NOON.plusSeconds(60));
    assertThat(imperfection.muteEnds(NOON.plusSeconds(59))).isFalse();
    assertThat(imperfection.muteEnds(NOON.plusSeconds(60))).isTrue();
    assertThat(imperfection.muteEnds(NOON.plusSeconds(61))).isFalse();
  }

  @Test
  void anAddressTooLongToKeepIsLeftOut() {
    Signal signal =
        new Signal(
            Signal.State.FIRING,
            Labels.of(Map.of("alertname", "A")),
            Labels.of(Map.of()),
            NOON,
            null,
            "http://prometheus/graph?g0.expr=" + "x".repeat(4000),
            null,
            "{}");
    imperfection.fires(signal, 1L, NOON, null);
    assertThat(imperfection.generatorUrl()).isNull();
  }
}

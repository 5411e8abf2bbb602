package org.dashdot.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Whether a source is known to speak. */
class SourceStateTest {

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final Duration LOST = Duration.ofMinutes(5);

  private final SourceState state = new SourceState(1L, NOON);

  @Test
  void thatItPushesDoesNotSayThatItLives() {
    assertThat(state.state()).isEqualTo(SourceState.State.NEW);
    state.received(NOON, true);
    assertThat(state.state()).isEqualTo(SourceState.State.UNKNOWN);
    assertThat(state.knownAlive(NOON, LOST)).isFalse();
    assertThat(state.heartbeatLost(NOON.plus(Duration.ofDays(1)), LOST)).isFalse();
  }

  @Test
  void itsDeadMansSwitchSaysSoUntilItIsMissing() {
    state.received(NOON, true);
    state.alive(NOON);
    assertThat(state.state()).isEqualTo(SourceState.State.ALIVE);
    assertThat(state.heartbeatLost(NOON.plusSeconds(299), LOST)).isFalse();
    assertThat(state.heartbeatLost(NOON.plusSeconds(300), LOST)).isTrue();
  }

  @Test
  void severalMissedPollsMakeItSilentAndOneAnswerMendsThat() {
    state.missed("refused", NOON, 2);
    assertThat(state.state()).isEqualTo(SourceState.State.NEW);
    state.missed("refused", NOON.plusSeconds(30), 2);
    assertThat(state.state()).isEqualTo(SourceState.State.SILENT);
    assertThat(state.failingSince()).isEqualTo(NOON);
    state.received(NOON.plusSeconds(60), false);
    assertThat(state.state()).isEqualTo(SourceState.State.SILENT);
    state.alive(NOON.plusSeconds(60));
    assertThat(state.state()).isEqualTo(SourceState.State.ALIVE);
    assertThat(state.failure()).isNull();
  }
}

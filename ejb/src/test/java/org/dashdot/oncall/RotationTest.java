package org.dashdot.oncall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Turns hand over at the same local time, also when clocks change. */
class RotationTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private final Rotation<String> rotation =
      new Rotation<>(
          LocalDateTime.of(2026, 3, 23, 9, 0).atZone(BERLIN).toInstant(),
          7,
          BERLIN,
          List.of("ann", "bob"),
          person -> true);

  private String at(int month, int day, int hour, int minute) {
    return rotation
        .at(LocalDateTime.of(2026, month, day, hour, minute).atZone(BERLIN).toInstant())
        .orElseThrow();
  }

  @Test
  void handsOverOnMondayAtNineAcrossTheChangeToSummerTime() {
    assertThat(at(3, 30, 8, 59)).isEqualTo("ann");
    assertThat(at(3, 30, 9, 0)).isEqualTo("bob");
  }

  @Test
  void handsOverOnMondayAtNineAcrossTheChangeToWinterTime() {
    assertThat(at(10, 26, 8, 59)).isNotEqualTo(at(10, 26, 9, 0));
    assertThat(at(10, 25, 12, 0)).isEqualTo(at(10, 26, 8, 59));
  }

  @Test
  void beforeItsStartTheTurnsRunBackwards() {
    assertThat(at(3, 22, 12, 0)).isEqualTo("bob");
  }

  @Test
  void whoLeavesMovesNobodyElsesTurn() {
    List<String> three = List.of("ann", "bob", "cem");
    var without = new Rotation<>(rotation.start(), 7, BERLIN, three, p -> !p.equals("cem"));
    for (int week = 0; week < 6; week++) {
      var moment = rotation.start().plus(java.time.Duration.ofDays(7L * week + 3));
      String planned = three.get(week % 3);
      assertThat(without.at(moment)).contains(planned.equals("cem") ? "ann" : planned);
      assertThat(without.next(moment, 1)).isNotEqualTo(without.at(moment));
    }
  }

  @Test
  void nobodyIsOnDutyWithoutMembers() {
    assertThat(
            new Rotation<String>(rotation.start(), 7, BERLIN, List.of(), p -> true)
                .at(rotation.start()))
        .isEmpty();
  }
}

package org.dashdot.oncall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Turns hand over at the same local time, also when clocks change. */
class CycleTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private final Cycle weekly = new Cycle(local(2026, 3, 23, 9, 0), BERLIN, 7, null);

  private static Instant local(int year, int month, int day, int hour, int minute) {
    return LocalDateTime.of(year, month, day, hour, minute).atZone(BERLIN).toInstant();
  }

  @Test
  void handsOverOnMondayAtNineAcrossTheChangeToSummerTime() {
    assertThat(weekly.turn(local(2026, 3, 30, 8, 59))).isZero();
    assertThat(weekly.turn(local(2026, 3, 30, 9, 0))).isEqualTo(1);
  }

  @Test
  void handsOverOnMondayAtNineAcrossTheChangeToWinterTime() {
    assertThat(weekly.turn(local(2026, 10, 25, 12, 0)))
        .isEqualTo(weekly.turn(local(2026, 10, 26, 8, 59)))
        .isEqualTo(weekly.turn(local(2026, 10, 26, 9, 0)) - 1);
  }

  @Test
  void beforeItsStartNobodyHasATurn() {
    assertThat(weekly.turn(weekly.start().minusNanos(1))).isNegative();
    assertThat(weekly.begins(local(2026, 3, 1, 0, 0), local(2026, 4, 1, 0, 0)))
        .containsExactly(weekly.start(), local(2026, 3, 30, 9, 0));
  }

  @Test
  void theFirstTurnIsShortWhenItBeginsOnAnotherDayOfTheWeek() {
    Cycle cycle = new Cycle(local(2026, 3, 25, 9, 0), BERLIN, 7, DayOfWeek.FRIDAY);
    assertThat(cycle.begins(local(2026, 3, 25, 0, 0), local(2026, 4, 4, 0, 0)))
        .containsExactly(cycle.start(), local(2026, 3, 27, 9, 0), local(2026, 4, 3, 9, 0));
    assertThat(cycle.turn(cycle.start())).isZero();
    assertThat(cycle.turn(local(2026, 3, 27, 9, 0))).isEqualTo(1);
  }

  @Test
  void aTimeThatTheChangeLeavesOutIsHandedOverWhenTheClocksGoOn() {
    Cycle nightly = new Cycle(local(2026, 3, 27, 2, 30), BERLIN, 1, null);
    assertThat(nightly.begins(local(2026, 3, 28, 12, 0), local(2026, 3, 30, 12, 0)))
        .containsExactly(Instant.parse("2026-03-29T01:30:00Z"), local(2026, 3, 30, 2, 30));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UTC",
        "Europe/Berlin",
        "America/New_York",
        "Australia/Lord_Howe",
        "America/Sao_Paulo",
        "Asia/Kathmandu",
        "Africa/Cairo"
      })
  void everyTurnBeginsWhereItIsCountedAndAtTheSameLocalTime(String zone) {
    ZoneId there = ZoneId.of(zone);
    for (int hour = 0; hour < 24; hour++) {
      for (int days : new int[] {1, 2, 7, 10}) {
        Instant start = LocalDateTime.of(2026, 1, 5, hour, 15).atZone(there).toInstant();
        Cycle cycle = new Cycle(start, there, days, null);
        long turn = 0;
        for (Instant begin : cycle.begins(start, start.plus(400, ChronoUnit.DAYS))) {
          turn++;
          assertThat(cycle.turn(begin)).isEqualTo(turn);
          assertThat(cycle.turn(begin.minusNanos(1))).isEqualTo(turn - 1);
          LocalTime at = begin.atZone(there).toLocalTime();
          LocalDateTime meant = LocalDateTime.of(2026, 1, 5, hour, 15).plusDays(turn * days);
          if (there.getRules().getValidOffsets(meant).isEmpty()) {
            assertThat(at).isAfter(meant.toLocalTime());
          } else {
            assertThat(begin.atZone(there).toLocalDateTime()).isEqualTo(meant);
          }
        }
      }
    }
  }
}

package org.dashdot.oncall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Predicate;
import org.dashdot.oncall.Plan.Away;
import org.dashdot.oncall.Plan.TakenOver;
import org.junit.jupiter.api.Test;

/** Overrides win over layers, layers over those below, and who cannot is left out. */
class PlanTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final long ANN = 1;
  private static final long BOB = 2;
  private static final long CEM = 3;
  private static final Predicate<Long> ALL = person -> true;

  private final Cycle weekly = new Cycle(at("2026-03-23T09:00"), BERLIN, 7, null);

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
  }

  private Plan turns(Long... people) {
    return new Plan(List.of(new Layer(weekly, List.of(people), null)), List.of(), List.of());
  }

  private static Stretch between(String from, String until) {
    return new Stretch(at(from), at(until));
  }

  @Test
  void whoLeavesMovesNobodyElsesTurn() {
    Plan plan = turns(ANN, BOB, CEM);
    for (int week = 0; week < 6; week++) {
      Instant moment = weekly.start().plus(Duration.ofDays(7L * week + 3));
      long planned = List.of(ANN, BOB, CEM).get(week % 3);
      assertThat(plan.at(moment, ALL)).contains(planned);
      assertThat(plan.at(moment, person -> person != CEM)).contains(planned == CEM ? ANN : planned);
    }
  }

  @Test
  void theNextOneTakesTheTurnOfWhoIsAwayForAsLong() {
    Plan plan =
        new Plan(
            turns(ANN, BOB).layers(),
            List.of(),
            List.of(new Away(ANN, between("2026-03-24T12:00", "2026-03-25T12:00"))));
    assertThat(plan.shifts(at("2026-03-23T09:00"), at("2026-04-06T09:00"), ALL))
        .extracting(Shift::person)
        .containsExactly(ANN, BOB, ANN, BOB);
    assertThat(plan.at(at("2026-03-24T12:00"), ALL)).contains(BOB);
    assertThat(plan.at(at("2026-03-25T12:00"), ALL)).contains(ANN);
  }

  @Test
  void whereEverybodyIsAwayIsAGap() {
    Stretch day = between("2026-03-24T00:00", "2026-03-25T00:00");
    Plan plan =
        new Plan(
            turns(ANN, BOB).layers(), List.of(), List.of(new Away(ANN, day), new Away(BOB, day)));
    assertThat(plan.shifts(at("2026-03-23T09:00"), at("2026-03-30T09:00"), ALL))
        .filteredOn(Shift::gap)
        .containsExactly(new Shift(day.from(), day.until(), null, null));
  }

  @Test
  void theHigherLayerWinsInItsHours() {
    Hours office =
        new Hours(
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
            LocalTime.of(9, 0),
            LocalTime.of(17, 0));
    Plan plan =
        new Plan(
            List.of(
                new Layer(new Cycle(weekly.start(), BERLIN, 1, null), List.of(CEM), office),
                new Layer(weekly, List.of(ANN, BOB), null)),
            List.of(),
            List.of());
    assertThat(plan.at(at("2026-03-27T16:59"), ALL)).contains(CEM);
    assertThat(plan.at(at("2026-03-27T17:00"), ALL)).contains(ANN);
    assertThat(plan.at(at("2026-03-28T12:00"), ALL)).contains(ANN);
    assertThat(plan.at(at("2026-03-30T09:00"), ALL)).as("summer time by now").contains(CEM);
    assertThat(plan.asked(at("2026-03-27T12:00"), ALL)).containsExactly(CEM, ANN, BOB);
  }

  @Test
  void theLastOverrideWinsUnlessItsPersonIsAway() {
    Stretch day = between("2026-03-24T00:00", "2026-03-25T00:00");
    Stretch noon = between("2026-03-24T12:00", "2026-03-24T13:00");
    Plan plan =
        new Plan(
            turns(ANN).layers(),
            List.of(new TakenOver(8L, CEM, day), new TakenOver(7L, BOB, day)),
            List.of(new Away(CEM, noon)));
    assertThat(plan.shifts(day.from(), day.until(), ALL))
        .containsExactly(
            new Shift(day.from(), noon.from(), CEM, 8L),
            new Shift(noon.from(), noon.until(), BOB, 7L),
            new Shift(noon.until(), day.until(), CEM, 8L));
    assertThat(plan.at(day.until(), ALL)).contains(ANN);
  }

  @Test
  void hoursMayGoOverMidnightAndBelongToTheDayOnWhichTheyBegin() {
    Hours night = new Hours(EnumSet.of(DayOfWeek.FRIDAY), LocalTime.of(22, 0), LocalTime.of(6, 0));
    assertThat(night.covers(Instant.parse("2026-03-28T05:59:59Z"), ZoneOffset.UTC)).isTrue();
    assertThat(night.covers(Instant.parse("2026-03-28T06:00:00Z"), ZoneOffset.UTC)).isFalse();
    assertThat(night.covers(Instant.parse("2026-03-27T05:00:00Z"), ZoneOffset.UTC)).isFalse();
  }

  @Test
  void nobodyIsOnDutyWithoutMembers() {
    assertThat(turns().at(weekly.start(), ALL)).isEmpty();
    assertThat(turns().manned()).isFalse();
  }
}

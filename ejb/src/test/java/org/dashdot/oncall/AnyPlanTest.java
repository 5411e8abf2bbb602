package org.dashdot.oncall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.dashdot.oncall.Plan.Away;
import org.dashdot.oncall.Plan.TakenOver;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every plan, tried on many made by chance around the changes of the clocks. */
class AnyPlanTest {

  private static final List<String> ZONES =
      List.of(
          "Europe/Berlin",
          "America/New_York",
          "Australia/Lord_Howe",
          "America/Santiago",
          "Africa/Cairo",
          "Pacific/Chatham",
          "UTC");

  /** Each meets changes of the clocks: north in March and October, south in April and September. */
  private static final List<LocalDate> BEGINS =
      List.of(
          LocalDate.of(2026, 3, 1),
          LocalDate.of(2026, 3, 22),
          LocalDate.of(2026, 4, 12),
          LocalDate.of(2026, 9, 1),
          LocalDate.of(2026, 10, 18));

  private static final Duration LENGTH = Duration.ofDays(28);

  /** A seed names a case, so that one that fails can be tried again. */
  static LongStream seeds() {
    return LongStream.range(0, 400);
  }

  private record Case(Plan plan, Instant from, Instant until, Predicate<Long> active) {}

  private static Case of(Random chance) {
    ZoneId zone = ZoneId.of(ZONES.get(chance.nextInt(ZONES.size())));
    Instant from =
        BEGINS.get(chance.nextInt(BEGINS.size())).atTime(time(chance)).atZone(zone).toInstant();
    Instant until = from.plus(LENGTH);
    long gone = chance.nextInt(8);
    return new Case(
        new Plan(
            some(chance, 4, () -> layer(chance, zone, from)),
            some(
                chance, 5, () -> new TakenOver(chance.nextLong(), who(chance), when(chance, from))),
            some(chance, 5, () -> new Away(who(chance), when(chance, from)))),
        from,
        until,
        person -> person != gone);
  }

  private static Layer layer(Random chance, ZoneId zone, Instant from) {
    Instant start = from.minus(Duration.ofDays(chance.nextInt(60) - 5));
    int days = List.of(1, 2, 5, 7, 14).get(chance.nextInt(5));
    DayOfWeek weekday = days == 7 && chance.nextBoolean() ? day(chance) : null;
    return new Layer(
        new Cycle(start, zone, days, weekday),
        some(chance, 5, () -> who(chance)),
        chance.nextInt(3) == 0 ? new Hours(days(chance), time(chance), time(chance)) : null);
  }

  private static Set<DayOfWeek> days(Random chance) {
    Set<DayOfWeek> days = EnumSet.of(day(chance));
    days.addAll(some(chance, 6, () -> day(chance)));
    return days;
  }

  private static DayOfWeek day(Random chance) {
    return DayOfWeek.of(1 + chance.nextInt(7));
  }

  private static LocalTime time(Random chance) {
    // Often in the hours in which clocks change.
    return LocalTime.of(chance.nextInt(chance.nextBoolean() ? 4 : 24), 15 * chance.nextInt(4));
  }

  private static Stretch when(Random chance, Instant from) {
    Instant begin = from.plusSeconds(chance.nextInt((int) LENGTH.toSeconds()));
    return new Stretch(begin, begin.plusSeconds(1 + chance.nextInt(5 * 86_400)));
  }

  private static long who(Random chance) {
    return 1 + chance.nextInt(5);
  }

  private static <T> List<T> some(Random chance, int below, Supplier<T> one) {
    return IntStream.range(0, chance.nextInt(below)).mapToObj(i -> one.get()).toList();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void shiftsFollowEachOtherWithoutOverlapAndWithoutHole(long seed) {
    Case one = of(new Random(seed));
    Instant reached = one.from();
    for (Shift shift : one.plan().shifts(one.from(), one.until(), one.active())) {
      assertThat(shift.from()).isEqualTo(reached);
      assertThat(shift.until()).isAfter(shift.from());
      reached = shift.until();
    }
    assertThat(reached).isEqualTo(one.until());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyMomentHasTheAnswerOfTheShiftThatCoversIt(long seed) {
    Random chance = new Random(seed);
    Case one = of(chance);
    List<Shift> shifts = one.plan().shifts(one.from(), one.until(), one.active());
    List<Instant> moments = new ArrayList<>();
    shifts.forEach(
        shift -> {
          moments.add(shift.from());
          moments.add(shift.until().minusNanos(1));
        });
    IntStream.range(0, 300)
        .mapToObj(i -> one.from().plusMillis((long) (chance.nextDouble() * LENGTH.toMillis())))
        .forEach(moments::add);
    for (Instant moment : moments) {
      Optional<Long> listed =
          shifts.stream()
              .filter(shift -> shift.covers(moment))
              .findFirst()
              .flatMap(shift -> Optional.ofNullable(shift.person()));
      assertThat(one.plan().at(moment, one.active())).as("at %s", moment).isEqualTo(listed);
      assertThat(one.plan().asked(moment, one.active()).stream().findFirst()).isEqualTo(listed);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void nobodyIsOnDutyWhoIsGoneOrAway(long seed) {
    Case one = of(new Random(seed));
    for (Shift shift : one.plan().shifts(one.from(), one.until(), one.active())) {
      if (!shift.gap()) {
        assertThat(one.active().test(shift.person())).isTrue();
        assertThat(one.plan().absences())
            .noneMatch(
                away ->
                    away.person().equals(shift.person())
                        && away.when().meets(shift.from(), shift.until()));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aPartIsListedAsTheWholeIs(long seed) {
    Case one = of(new Random(seed));
    Instant cut = one.from().plus(LENGTH.dividedBy(3));
    List<Shift> part = one.plan().shifts(cut, one.until(), one.active());
    List<Shift> whole =
        one.plan().shifts(one.from(), one.until(), one.active()).stream()
            .filter(shift -> shift.until().isAfter(cut))
            .map(
                s ->
                    s.from().isBefore(cut)
                        ? new Shift(cut, s.until(), s.person(), s.override())
                        : s)
            .toList();
    assertThat(part).isEqualTo(whole);
  }
}

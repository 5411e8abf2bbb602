package org.dashdot.research;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.dashdot.access.Role;
import org.dashdot.research.Clues.Case;
import org.dashdot.research.Clues.Condition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stored data says to the four questions, and what it cannot say. */
class CluesTest {

  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
  private static final ResearchPaths PATHS = ResearchPaths.shipped();

  private static Condition condition(String name, String where, long ticket) {
    return new Condition(name, name + " {host=" + where + "}", where, ticket);
  }

  private static Case with(List<Condition> own, List<Condition> near) {
    return new Case(START, own, near, Map.of(), 0, true, Map.of(), OptionalDouble.empty());
  }

  private static Strength strength(Question question, Case about) {
    return Clues.strength(new Clues(PATHS, about).of(question));
  }

  @ParameterizedTest
  @CsvSource({
    "HostDiskFailing, MATERIAL",
    "HostDiskDamaged, MATERIAL",
    "NetworkErrorsIn, COMMUNICATIONS",
    "HostInterfaceDown, COMMUNICATIONS",
    "HostLoadHigh, LOAD",
    "CpuBusy, LOAD",
    "DiskFull, LOAD",
  })
  void shippedConditionsSpeakOfTheirKindOfCause(String name, Question question) {
    assertThat(strength(question, with(List.of(condition(name, "db-1", 7)), List.of())))
        .isEqualTo(Strength.STRONG);
  }

  @Test
  void whatBurnsNearbyIsAHintThatLeadsThere() {
    Case about =
        with(
            List.of(condition("Strange", "web-1", 7)),
            List.of(condition("HostDiskFailing", "db-1", 6)));

    assertThat(new Clues(PATHS, about).of(Question.MATERIAL))
        .containsExactly(
            new Finding(Strength.WEAK, "HostDiskFailing burnt on db-1 about that time.", 6L));
    assertThat(strength(Question.COMMUNICATIONS, about)).isEqualTo(Strength.NONE);
  }

  @Test
  void whatBecameDifferentJustBeforeIsStrongAndWhatDidLongBeforeIsWeak() {
    Map<Instant, String> just = Map.of(START.minus(Duration.ofMinutes(40)), "pay runs on db-1");
    Map<Instant, String> long_ = Map.of(START.minus(Duration.ofHours(20)), "pay runs on db-1");

    Case near =
        new Case(START, List.of(), List.of(), just, 0, true, Map.of(), OptionalDouble.of(0));
    Case far =
        new Case(START, List.of(), List.of(), long_, 0, true, Map.of(), OptionalDouble.of(0));

    assertThat(new Clues(PATHS, near).of(Question.CHANGE).get(0))
        .isEqualTo(new Finding(Strength.STRONG, "pay runs on db-1, 40 min before", null));
    assertThat(strength(Question.CHANGE, far)).isEqualTo(Strength.WEAK);
  }

  @Test
  void withoutAnySourceOfChangesOrActivityNobodyClaimsToKnow() {
    Case nothing = with(List.of(), List.of());

    assertThat(strength(Question.CHANGE, nothing)).isEqualTo(Strength.UNKNOWN);
    assertThat(strength(Question.LOAD, nothing)).isEqualTo(Strength.UNKNOWN);
    assertThat(strength(Question.MATERIAL, nothing)).isEqualTo(Strength.NONE);
  }

  @Test
  void severalThatRestOnOneThingSpeakOfCommunications() {
    Case about =
        new Case(
            START,
            List.of(),
            List.of(),
            Map.of(),
            0,
            true,
            Map.of("switch-1", 4L),
            OptionalDouble.empty());

    assertThat(new Clues(PATHS, about).of(Question.COMMUNICATIONS))
        .contains(new Finding(Strength.STRONG, "4 of what burns now rest on switch-1.", null));
  }

  @Test
  void aSpecialistAsksTheirOwnQuestionFirstUnlessAnotherHasHelpedOften() {
    assertThat(PATHS.order(Set.of(Role.NETWORK), Map.of()).get(0))
        .isEqualTo(Question.COMMUNICATIONS);
    assertThat(PATHS.order(Set.of(Role.HARDWARE), Map.of(Question.LOAD, 2L)).get(0))
        .isEqualTo(Question.MATERIAL);
    assertThat(PATHS.order(Set.of(Role.HARDWARE), Map.of(Question.LOAD, 3L)))
        .containsExactly(
            Question.LOAD, Question.MATERIAL, Question.CHANGE, Question.COMMUNICATIONS);
  }
}

package org.dashdot.oncall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dashdot.oncall.EscalationTarget.Kind;
import org.dashdot.shared.InvalidInput;
import org.dashdot.shared.Settings;
import org.dashdot.shared.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is told next after how long. */
class EscalationTest {

  private static final Instant SINCE = Instant.parse("2026-11-23T03:02:00Z");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private static Escalation escalation(int rounds, String again, String... steps) {
    return new Escalation(
        "x",
        Stream.of(steps).flatMap(s -> Escalation.Step.parse(s).stream()).toList(),
        rounds,
        again == null ? null : Span.parse(again),
        null);
  }

  @Test
  void eachStepIsDueAfterItsTimeAndThenNone() {
    Escalation policy = escalation(1, null, "PT5M second", "PT20M managers");
    assertThat(policy.due(0, SINCE, ZoneOffset.UTC)).contains(SINCE.plusSeconds(300));
    assertThat(policy.due(1, SINCE, ZoneOffset.UTC)).contains(SINCE.plusSeconds(1200));
    assertThat(policy.due(2, SINCE, ZoneOffset.UTC)).isEmpty();
    assertThat(policy.at(1)).contains(EscalationTarget.of(Kind.SECOND));
    assertThat(policy.at(2)).contains(EscalationTarget.of(Kind.MANAGERS));
    assertThat(policy.at(3)).isEmpty();
  }

  @Test
  void roundsBeginAgain() {
    Escalation policy = escalation(3, "PT1H", "PT5M second", "PT20M team");
    assertThat(policy.due(2, SINCE, ZoneOffset.UTC)).contains(SINCE.plusSeconds(3600 + 300));
    assertThat(policy.due(5, SINCE, ZoneOffset.UTC)).contains(SINCE.plusSeconds(7200 + 1200));
    assertThat(policy.due(6, SINCE, ZoneOffset.UTC)).isEmpty();
    assertThat(policy.at(6)).contains(EscalationTarget.of(Kind.TEAM));
  }

  @Test
  void aPolicyThatBecameShorterTellsNobodyMore() {
    assertThat(escalation(1, null, "PT5M second").due(4, SINCE, ZoneOffset.UTC)).isEmpty();
  }

  /** Minutes are minutes when the clocks change; a working day ends at the same time of day. */
  @ParameterizedTest
  @CsvSource({
    "2026-03-29T00:58:00Z, PT5M second, 2026-03-29T01:03:00Z",
    "2026-10-25T00:58:00Z, PT5M second, 2026-10-25T01:03:00Z",
    "2026-03-27T09:00:00Z, 1wd team, 2026-03-30T08:00:00Z",
    "2026-10-23T08:00:00Z, 1wd team, 2026-10-26T09:00:00Z"
  })
  void clocksThatChangeMoveNothing(Instant since, String step, Instant due) {
    assertThat(escalation(1, null, step).due(0, since, BERLIN)).contains(due);
  }

  @Test
  void whatShipsIsWhatTheSettingsSay() {
    Settings settings = Settings.shipped();
    assertThat(Escalations.shipped("P1", settings).steps())
        .extracting(Escalation.Step::toString)
        .hasSize(3);
    assertThat(Escalation.Step.written(Escalations.shipped("P1", settings).steps()))
        .isEqualTo("PT5M second, PT10M team, PT20M managers");
    assertThat(Escalation.Step.written(Escalations.shipped("P3", settings).steps()))
        .isEqualTo("1wd team");
    assertThat(Escalations.shipped("P4", settings).steps()).isEmpty();
    assertThat(Escalations.shipped("P4", settings).due(0, SINCE, ZoneOffset.UTC)).isEmpty();
    assertThat(Escalations.shipped("P1", settings.with("p1.hand-back", "PT2H")).handBack())
        .isEqualTo(Span.parse("PT2H"));
  }

  @Test
  void aTeamsOwnPolicyAndThatOfTheNightComeFirst() {
    Hours night =
        new Hours(EnumSet.allOf(DayOfWeek.class), LocalTime.of(22, 0), LocalTime.of(7, 0));
    List<PolicyRule> rules =
        List.of(
            rule(1, null, Set.of("P1", "P2"), null),
            rule(2, null, Set.of("P1"), night),
            rule(3, 7L, Set.of("P1"), null));
    assertThat(chosen(rules, 7L, "P1", "2026-11-23T23:00+01:00[Europe/Berlin]")).isEqualTo(3);
    assertThat(chosen(rules, 8L, "P1", "2026-11-23T23:00+01:00[Europe/Berlin]")).isEqualTo(2);
    assertThat(chosen(rules, 8L, "P1", "2026-11-23T12:00+01:00[Europe/Berlin]")).isEqualTo(1);
    assertThat(chosen(rules, 8L, "P3", "2026-11-23T12:00+01:00[Europe/Berlin]")).isEqualTo(-1);
  }

  private static PolicyRule rule(long id, Long team, Set<String> priorities, Hours hours) {
    return new PolicyRule(id, team, priorities, hours, escalation(1, null, "PT5M second"));
  }

  private static long chosen(List<PolicyRule> rules, Long team, String priority, String at) {
    Instant moment = ZonedDateTime.parse(at).toInstant();
    return rules.stream()
        .filter(rule -> rule.holds(team, priority, moment, BERLIN))
        .min(PolicyRule.CLOSEST)
        .map(PolicyRule::id)
        .orElse(-1L);
  }

  @Test
  void twoThatWouldHoldForTheSameAreRivals() {
    Hours evening = Hours.parse("1,2,3,4,5 18:00-22:00");
    Hours night = Hours.parse("1,2,3,4,5,6,7 21:00-07:00");
    Hours noon = Hours.parse("1,2,3,4,5,6,7 11:00-13:00");
    PolicyRule all = rule(1, null, Set.of("P1", "P2"), null);
    assertThat(all.rivals(rule(2, null, Set.of("P2"), null))).isTrue();
    assertThat(all.rivals(rule(2, null, Set.of("P3"), null))).isFalse();
    assertThat(all.rivals(rule(2, 7L, Set.of("P2"), null))).isFalse();
    assertThat(all.rivals(rule(2, null, Set.of("P2"), night))).isFalse();
    PolicyRule late = rule(3, null, Set.of("P1"), evening);
    assertThat(late.rivals(rule(4, null, Set.of("P1"), night))).isTrue();
    assertThat(late.rivals(rule(4, null, Set.of("P1"), noon))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"duty", "second", "team", "managers", "rotation:5", "other-team:3", "person:12"})
  void whomAStepTellsIsWrittenAsItIsRead(String text) {
    assertThat(EscalationTarget.parse("steps", text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "boss", "rotation", "rotation:x", "team:3", "person:"})
  void whoIsNobodyIsRefused(String text) {
    assertThatThrownBy(() -> EscalationTarget.parse("steps", text))
        .isInstanceOf(InvalidInput.class);
  }
}

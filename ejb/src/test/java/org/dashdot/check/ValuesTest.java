package org.dashdot.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.dashdot.signal.Labels;
import org.dashdot.signal.Reading;
import org.dashdot.signal.Sample;
import org.dashdot.signal.Signal;
import org.junit.jupiter.api.Test;

class ValuesTest {

  private static final String FULL =
      """
      {'name': 'Full', 'metric': 'used', 'raise': 90, 'clear': 80,
       'labels': {'tier': 'hardware'}, 'summary': '{{path}} on {{host}} is {{value}} % full'}""";
  private static final String MISSING =
      "{'name': 'Missing', 'metric': 'up', 'absent': 'PT5M', 'by': ['host'],"
          + " 'severity': 'critical', 'summary': '{{host}} is missing'}";
  private static final Map<String, String> VAR = Map.of("host", "web-1", "path", "/var");
  private static final Map<String, String> TMP = Map.of("host", "web-1", "path", "/tmp");
  private static final Map<String, String> VAR_BURNS =
      Map.of(
          "alertname",
          "Full",
          "severity",
          "warning",
          "tier",
          "hardware",
          "host",
          "web-1",
          "path",
          "/var");

  @Test
  void betweenItsLevelsAConditionStaysWhatItWas() {
    Bench bench = Bench.with(FULL);
    assertThat(bench.value(0, "used", VAR, 85)).isEmpty();
    assertThat(bench.value(60, "used", VAR, 90)).isEqualTo("FIRING");
    assertThat(bench.value(120, "used", VAR, 85)).isEqualTo("FIRING");
    assertThat(bench.value(180, "used", VAR, 80)).isEqualTo("FIRING");
    assertThat(bench.value(240, "used", VAR, 79.9)).isEqualTo("RESOLVED");
    assertThat(bench.value(300, "used", VAR, 85)).isEmpty();
    assertThat(bench.value(360, "used", VAR, 70)).isEmpty();
  }

  @Test
  void eachSeriesIsAConditionOfItsOwn() {
    Bench bench = Bench.with(FULL);
    assertThat(bench.value(0, "used", VAR, 95)).isEqualTo("FIRING");
    assertThat(bench.value(0, "used", TMP, 10)).isEmpty();
    assertThat(bench.value(60, "used", TMP, 95)).isEqualTo("FIRING");
    assertThat(bench.value(90, "used", VAR, 10)).isEqualTo("RESOLVED");
  }

  @Test
  void theSignalSaysWhatWhereAndUntilWhen() {
    Bench bench = Bench.with(FULL);
    bench.value(0, "used", VAR, 50);
    Signal signal = bench.values(60, sample(60, "used", VAR, 91.4)).get(0);
    assertThat(signal.labels()).isEqualTo(Labels.of(VAR_BURNS));
    assertThat(Bench.summaries(List.of(signal))).containsExactly("/var on web-1 is 91 % full");
    assertThat(signal.startsAt()).isEqualTo(Bench.at(60));
    assertThat(signal.endsAt()).isEqualTo(Bench.at(360));
    assertThat(signal.raw()).contains("\"metric\":\"used\"").contains("50.0").contains("91.4");
  }

  @Test
  void itMustHoldForAsLongAsTheCheckSays() {
    Bench bench =
        Bench.with(
            "{'name': 'Busy', 'metric': 'idle', 'worse': 'below', 'raise': 5, 'clear': 15,"
                + " 'for': 'PT2M', 'summary': 'busy'}");
    assertThat(bench.value(0, "idle", VAR, 3)).isEmpty();
    assertThat(bench.value(60, "idle", VAR, 10)).isEmpty();
    assertThat(bench.value(90, "idle", VAR, 3)).isEmpty();
    assertThat(bench.value(180, "idle", VAR, 3)).isEmpty();
    Signal late = bench.values(210, sample(210, "idle", VAR, 4)).get(0);
    assertThat(late.firing()).isTrue();
    assertThat(late.startsAt()).isEqualTo(Bench.at(90));
    assertThat(bench.value(240, "idle", VAR, 15)).isEqualTo("FIRING");
    assertThat(bench.value(270, "idle", VAR, 15.1)).isEqualTo("RESOLVED");
  }

  @Test
  void ofACounterItsGrowthCountsAndABeginningAnewIsNoGrowth() {
    Bench bench =
        Bench.with(
            "{'name': 'Errors', 'metric': 'err', 'counter': true, 'raise': 1, 'clear': 0.5,"
                + " 'summary': '{{value}} a second'}");
    assertThat(bench.value(0, "err", VAR, 1_000_000)).isEmpty();
    assertThat(bench.value(10, "err", VAR, 1_000_009)).isEmpty();
    assertThat(bench.value(20, "err", VAR, 1_000_029)).isEqualTo("FIRING");
    assertThat(bench.value(30, "err", VAR, 3)).isEmpty();
    assertThat(bench.value(40, "err", VAR, 3)).isEqualTo("RESOLVED");
  }

  @Test
  void aConditionThatHoldsIsSaidAgainButNotWithEveryValue() {
    Bench bench = Bench.with(FULL);
    int said = 0;
    for (int second = 0; second <= 300; second += 5) {
      said += bench.values(second, sample(second, "used", VAR, 95 + second / 100.0)).size();
    }
    assertThat(said).isEqualTo(11);
  }

  @Test
  void aRepeatKeepsItsWordsForAWhileSoThatItCostsTheStoreNothing() {
    Bench bench = Bench.with(FULL);
    Signal first = bench.values(0, sample(0, "used", VAR, 91)).get(0);
    Signal soon = bench.values(60, sample(60, "used", VAR, 97)).get(0);
    Signal later = bench.values(660, sample(660, "used", VAR, 97)).get(0);
    assertThat(soon.annotations()).isEqualTo(first.annotations());
    assertThat(soon.raw()).isEqualTo(first.raw());
    assertThat(Bench.summaries(List.of(later))).containsExactly("/var on web-1 is 97 % full");
  }

  @Test
  void aValueThatIsBroughtAgainSaysNothing() {
    Bench bench = Bench.with(FULL);
    assertThat(bench.value(60, "used", VAR, 95)).isEqualTo("FIRING");
    assertThat(bench.value(120, "used", VAR, 10)).isEqualTo("RESOLVED");
    assertThat(bench.values(130, sample(60, "used", VAR, 95))).isEmpty();
    assertThat(bench.values(130, sample(120, "used", VAR, 95))).isEmpty();
  }

  @Test
  void whatBurntBeforeAStartGoesOnAndEndsOnce() {
    Bench bench = Bench.with(FULL).burning(VAR_BURNS);
    assertThat(bench.value(0, "used", VAR, 85)).isEqualTo("FIRING");
    assertThat(bench.value(0, "used", TMP, 85)).isEmpty();
    assertThat(bench.value(60, "used", VAR, 10)).isEqualTo("RESOLVED");
    assertThat(bench.value(90, "used", VAR, 10)).isEmpty();
  }

  @Test
  void whatCouldNotBeStoredIsSaidAgainWithTheNextValue() {
    Bench bench = Bench.with(FULL);
    Sample over = sample(0, "used", VAR, 95);
    List<Signal> said = bench.values(0, over);
    bench.evaluator().undo(Reading.measured(List.of(over), List.of()), said, Bench.at(1));
    assertThat(bench.value(2, "used", VAR, 95)).isEqualTo("FIRING");
    Sample under = sample(10, "used", VAR, 10);
    said = bench.values(10, under);
    bench.evaluator().undo(Reading.measured(List.of(under), List.of()), said, Bench.at(11));
    assertThat(bench.value(12, "used", VAR, 10)).isEqualTo("RESOLVED");
    assertThat(bench.value(14, "used", VAR, 10)).isEmpty();
  }

  @Test
  void aHostIsMissingWhileOthersSpeakAndNotWhenAllAreSilent() {
    Bench bench = Bench.with(MISSING);
    bench.value(0, "up", Map.of("host", "a", "cpu", "0"), 1);
    bench.value(0, "up", Map.of("host", "b"), 1);
    assertThat(bench.passed(400)).as("nobody spoke").isEmpty();
    for (int second = 410; second < 710; second += 30) {
      bench.value(second, "up", Map.of("host", "b"), 1);
      assertThat(bench.passed(second + 1)).as("it may come back as b did").isEmpty();
    }
    bench.value(710, "up", Map.of("host", "b"), 1);
    assertThat(Bench.summaries(bench.passed(711))).containsExactly("a is missing");
    assertThat(bench.passed(720)).as("said already").isEmpty();
    bench.value(740, "up", Map.of("host", "b"), 1);
    assertThat(Bench.states(bench.passed(745))).as("still so").isEqualTo("FIRING");
    assertThat(bench.value(750, "up", Map.of("host", "a", "cpu", "1"), 1)).isEqualTo("RESOLVED");
    assertThat(bench.passed(751)).isEmpty();
  }

  @Test
  void whenAllAreSilentNobodyIsMissing() {
    Bench bench = Bench.with(MISSING);
    for (int second = 0; second <= 600; second += 30) {
      bench.value(second, "up", Map.of("host", "a"), 1);
      bench.value(second + 9, "up", Map.of("host", "b"), 1);
    }
    for (int second = 610; second < 2_000; second += 2) {
      assertThat(bench.passed(second)).isEmpty();
    }
    bench.value(2_000, "up", Map.of("host", "b"), 1);
    assertThat(bench.passed(2_001)).as("the others come a moment later").isEmpty();
  }

  @Test
  void whoSpokeBeforeAStartIsMissedAfterIt() {
    Bench bench = Bench.with(MISSING);
    bench
        .evaluator()
        .recall(
            new Observed(
                Bench.at(-100), List.of(sample(-100, "up", Map.of("host", "a"), 1)), List.of()));
    for (int second = 0; second <= 300; second += 60) {
      bench.value(second, "up", Map.of("host", "b"), 1);
    }
    assertThat(Bench.summaries(bench.passed(301))).containsExactly("a is missing");
  }

  @Test
  void whatBurnsGoesOnWhileItsHostIsSilentAndEndsWhenTheHostMeasuresItNoMore() {
    Bench bench = Bench.with(FULL);
    assertThat(bench.value(0, "used", VAR, 95)).isEqualTo("FIRING");
    Map<String, String> other = Map.of("host", "web-2", "path", "/");
    int said = 0;
    for (int second = 30; second <= 7_200; second += 30) {
      bench.value(second, "used", other, 10);
      said += bench.passed(second + 1).size();
    }
    assertThat(said).as("said again and again, for hours").isGreaterThan(100);
    bench.value(7_230, "used", TMP, 10);
    assertThat(bench.passed(7_240)).as("the host speaks, of other things").isEmpty();
    assertThat(bench.value(7_260, "used", VAR, 10)).isEqualTo("RESOLVED");
  }

  @Test
  void aClockThatIsSetBackMakesNobodyDeaf() {
    Bench bench = Bench.with(FULL);
    bench.values(0, new Sample("used", Labels.of(VAR), 95, Bench.at(3_600)));
    assertThat(bench.value(60, "used", VAR, 10)).isEqualTo("RESOLVED");
  }

  @Test
  void aHostThatWasMissingBeforeAStartIsMissingStill() {
    Bench bench =
        Bench.with(
                "{'name': 'Missing', 'metric': 'up', 'absent': 'PT5M', 'by': ['host'],"
                    + " 'summary': '{{host}} is missing'}")
            .burning(Map.of("alertname", "Missing", "severity", "warning", "host", "a"));
    assertThat(bench.passed(1)).as("nobody spoke").isEmpty();
    bench.value(2, "up", Map.of("host", "b"), 1);
    assertThat(Bench.summaries(bench.passed(3))).containsExactly("a is missing");
    assertThat(bench.value(5, "up", Map.of("host", "a"), 1)).isEqualTo("RESOLVED");
  }

  @Test
  void aCheckCoversOnlyWhatItsScopeSays() {
    Bench bench =
        Bench.with(
            "{'name': 'Total', 'integrations': ['telegraf'], 'metric': 'idle',"
                + " 'where': {'cpu': 'cpu-total'}, 'raise': 1, 'summary': 'x'}",
            "{'name': 'Other', 'integrations': ['metricbeat'], 'metric': 'idle', 'raise': 1,"
                + " 'summary': 'x'}");
    assertThat(bench.value(0, "idle", Map.of("cpu", "cpu0"), 5)).isEmpty();
    assertThat(bench.value(0, "idle", Map.of("cpu", "cpu-totals"), 5)).isEmpty();
    assertThat(bench.value(0, "idle", Map.of(), 5)).isEmpty();
    assertThat(bench.value(0, "idle", Map.of("cpu", "cpu-total"), 5)).isEqualTo("FIRING");
  }

  @Test
  void anEditedCheckBeginsAnewAndTheOthersGoOn() {
    Bench bench = Bench.with(FULL);
    bench.value(0, "used", VAR, 95);
    Evaluator evaluator = bench.evaluator();
    Check other = CheckText.read(Bench.json(FULL.replace("80", "50")));
    evaluator.use(List.of(new CheckInUse(77, other)), Bench.at(1));
    assertThat(bench.value(2, "used", VAR, 85)).isEmpty();
    assertThat(bench.value(3, "used", VAR, 91)).isEqualTo("FIRING");
  }

  /**
   * Whatever the values: it fires only from above, ends only from below, and one after the other.
   */
  @Test
  void noSequenceOfValuesMakesItFireAndEndOutOfTurn() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    Bench bench = Bench.with(FULL);
    boolean burns = false;
    for (int i = 0; i < 5_000; i++) {
      double value = random.nextInt(101);
      for (Signal signal : bench.values(i * 7L, sample(i * 7L, "used", VAR, value))) {
        if (signal.firing()) {
          assertThat(value).as("seed " + seed).isGreaterThanOrEqualTo(burns ? 80 : 90);
        } else {
          assertThat(burns).as("seed " + seed).isTrue();
          assertThat(value).as("seed " + seed).isLessThan(80);
        }
        burns = signal.firing();
      }
      if (value >= 90) {
        assertThat(burns).as("seed " + seed).isTrue();
      } else if (value < 80) {
        assertThat(burns).as("seed " + seed).isFalse();
      }
    }
  }

  private static Sample sample(long second, String metric, Map<String, String> of, double value) {
    return new Sample(metric, Labels.of(of), value, Bench.at(second));
  }
}

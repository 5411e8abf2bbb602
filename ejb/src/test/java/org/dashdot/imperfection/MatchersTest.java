package org.dashdot.imperfection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.dashdot.shared.InvalidInput;
import org.dashdot.signal.Labels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Conditions on labels, as Alertmanager understands them. */
class MatchersTest {

  private static final Needs NOTHING = (labels, among) -> Set.of();
  private static final Labels DISK =
      Labels.of(Map.of("alertname", "DiskFull", "instance", "web-1:9100", "severity", "warning"));

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "alertname=\"DiskFull\" ; true",
        "alertname=DiskFull ; true",
        "alertname=~\"Disk\" ; false",
        "alertname=~\"Disk.*\" ; true",
        "alertname=\"DiskFull\", severity!=\"critical\" ; true",
        "alertname=\"DiskFull\", severity!~\"warning|info\" ; false",
        "host=\"web-1\" ; true",
        "alertname=\"DiskFull\", team=\"\" ; true",
        "team=\"web\" ; false"
      })
  void allMustHoldAndPatternsMatchTheWholeValue(String written, boolean expected) {
    assertThat(Matchers.written(written).match(DISK)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "team=\"\"",
        "a=~\".*\"",
        "a=~\"(\"",
        "=x",
        "a",
        "a=\"x\" b=\"y\"",
        "a!=\"x\""
      })
  void whatMakesNoSenseOrMatchesEverythingIsRefused(String written) {
    assertThatThrownBy(() -> Matchers.written(written))
        .isInstanceOf(InvalidInput.class)
        .extracting(e -> ((InvalidInput) e).field())
        .isEqualTo("matchers");
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    Matchers matchers = Matchers.written("a=\"say \\\"x\\\" \\\\ y\", b!~\"c|d\", e=~\"f.*\"");
    assertThat(matchers.all().get(0).value()).isEqualTo("say \"x\" \\ y");
    assertThat(Matchers.written(matchers.toString()).toString()).isEqualTo(matchers.toString());
    assertThat(Matchers.from(matchers.json()).toString()).isEqualTo(matchers.toString());
  }

  @Test
  void aPatternThatTakesOthersForEverTakesNoTime() {
    Matchers matchers = Matchers.written("a=~\"(x+x+)+y\"");
    assertThat(matchers.match(Labels.of(Map.of("a", "x".repeat(5000))))).isFalse();
  }

  @Test
  void theShippedInhibitionRulesAreReadAndSpeakForWhatTheyShould() {
    InhibitionRules rules = new InhibitionRules();
    rules.load();
    Labels down =
        Labels.of(
            Map.of("alertname", "HostDown", "instance", "web-1:9100", "severity", "critical"));
    Labels worse =
        Labels.of(Map.of("alertname", "DiskFull", "instance", "web-1", "severity", "critical"));
    assertThat(rules.all()).anyMatch(rule -> rule.inhibits(down, DISK, NOTHING));
    assertThat(rules.all()).anyMatch(rule -> rule.inhibits(worse, DISK, NOTHING));
    assertThat(rules.all()).noneMatch(rule -> rule.inhibits(DISK, worse, NOTHING));
    assertThat(rules.all()).noneMatch(rule -> rule.inhibits(down, down, NOTHING));
    Labels shop =
        Labels.of(Map.of("alertname", "NoOrders", "service", "shop", "severity", "critical"));
    assertThat(rules.all()).noneMatch(rule -> rule.inhibits(down, shop, NOTHING));
    assertThat(rules.all())
        .as("while what it needs is down")
        .anyMatch(
            rule ->
                rule.inhibits(
                    down, shop, (labels, among) -> labels == shop ? Set.copyOf(among) : Set.of()));
    assertThat(rules.all())
        .as("two that need each other")
        .noneMatch(rule -> rule.inhibits(down, shop, (labels, among) -> Set.copyOf(among)));
  }
}

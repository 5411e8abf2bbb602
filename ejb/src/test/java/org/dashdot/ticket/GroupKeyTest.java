package org.dashdot.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.dashdot.signal.Labels;
import org.junit.jupiter.api.Test;

/** What makes imperfections one ticket. */
class GroupKeyTest {

  @Test
  void nameHostServiceAndEnvironmentMakeTheKeyAndThePortDoesNot() {
    Labels labels =
        Labels.of(
            Map.of(
                "alertname",
                "DiskFull",
                "instance",
                "web-1:9100",
                "service",
                "shop",
                "env",
                "prod",
                "device",
                "sda"));
    assertThat(GroupKey.of(labels, null, "prometheus").value())
        .isEqualTo("alertname=DiskFull, host=web-1, service=shop, environment=prod");
  }

  @Test
  void theSourcesOwnGroupWins() {
    assertThat(given("{}:{a=\"b\"}", "alertmanager").value())
        .isEqualTo("alertmanager: {}:{a=\"b\"}");
  }

  @Test
  void twoSourcesOfTheSameSetUpMeanDifferentGroups() {
    assertThat(given("{}:{}", "alertmanager").openKey())
        .isNotEqualTo(given("{}:{}", "alertmanager-2").openKey());
  }

  @Test
  void groupsThatDifferOnlyFarBehindStayTwo() {
    String far = "x".repeat(3000);
    GroupKey one = given(far + "1", "alertmanager");
    assertThat(one.value()).hasSize(2000);
    assertThat(one.openKey()).isNotEqualTo(given(far + "2", "alertmanager").openKey());
    assertThat(new GroupKey(one.value()).openKey()).isEqualTo(one.openKey());
  }

  private static GroupKey given(String key, String source) {
    return GroupKey.of(Labels.of(Map.of("alertname", "A")), key, source);
  }

  @Test
  void withoutAnyOfThemAllLabelsMakeTheKeySoThatNothingIsMergedByAccident() {
    assertThat(GroupKey.of(Labels.of(Map.of("x", "1")), null, "s"))
        .isNotEqualTo(GroupKey.of(Labels.of(Map.of("x", "2")), null, "s"));
  }
}

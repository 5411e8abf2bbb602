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
    assertThat(GroupKey.of(labels, null).value())
        .isEqualTo("alertname=DiskFull, host=web-1, service=shop, environment=prod");
  }

  @Test
  void theSourcesOwnGroupWins() {
    assertThat(GroupKey.of(Labels.of(Map.of("alertname", "A")), "{}:{a=\"b\"}").value())
        .isEqualTo("{}:{a=\"b\"}");
  }

  @Test
  void withoutAnyOfThemAllLabelsMakeTheKeySoThatNothingIsMergedByAccident() {
    assertThat(GroupKey.of(Labels.of(Map.of("x", "1")), null))
        .isNotEqualTo(GroupKey.of(Labels.of(Map.of("x", "2")), null));
  }
}

package org.dashdot.integration.host;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.dashdot.integration.host.HostReading.Measured;
import org.junit.jupiter.api.Test;

/** Answers made by the published format of {@code smartctl --json} (smartmontools 7). */
class DiskHealthTest {

  private static final Map<String, String> SDA = Map.of("device", "/dev/sda");

  @Test
  void namesThatAreNoDeviceAreNotAskedFor() {
    assertThat(
            DiskHealth.devices(
                json(
                    """
                    {"devices": [{"name": "/dev/sda", "type": "sat"}, {"name": "/dev/nvme0"},
                     {"name": "--all"}, {"name": "/dev/../etc/passwd"}, {"type": "sat"}, 7]}""")))
        .containsExactly("/dev/sda", "/dev/nvme0");
    assertThat(DiskHealth.devices(json("{}"))).isEmpty();
  }

  @Test
  void aDiskThatFailsItsOwnTestSaysSo() {
    assertThat(DiskHealth.health("/dev/sda", json("{\"smart_status\": {\"passed\": false}}")))
        .containsExactly(new Measured("disk_failing", SDA, 1));
    assertThat(DiskHealth.health("/dev/sda", json("{\"smart_status\": {\"passed\": true}}")))
        .containsExactly(new Measured("disk_failing", SDA, 0));
  }

  @Test
  void damagedSectorsAreCounted() {
    assertThat(
            DiskHealth.health(
                "/dev/sda",
                json(
                    """
                    {"ata_smart_attributes": {"table": [
                      {"id": 5, "raw": {"value": 8}}, {"id": 9, "raw": {"value": 20000}},
                      {"id": 197, "raw": {"value": 0}}, {"id": "x"}, {"id": 198}]}}""")))
        .containsExactly(
            new Measured("disk_reallocated_sectors", SDA, 8),
            new Measured("disk_pending_sectors", SDA, 0));
  }

  @Test
  void anNvmeDiskSaysItsErrorsAndWear() {
    assertThat(
            DiskHealth.health(
                "/dev/sda",
                json(
                    """
                    {"nvme_smart_health_information_log":
                      {"media_errors": 3, "percentage_used": 12}}""")))
        .containsExactly(
            new Measured("disk_media_errors", SDA, 3), new Measured("disk_wear_percent", SDA, 12));
  }

  @Test
  void aDiskThatSaysNothingIsNoNews() {
    assertThat(DiskHealth.health("/dev/sda", json("{\"smart_status\": 1}"))).isEqualTo(List.of());
  }

  private static JsonObject json(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }
}

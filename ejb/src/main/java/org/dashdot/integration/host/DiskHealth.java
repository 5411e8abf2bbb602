package org.dashdot.integration.host;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.dashdot.integration.host.HostReading.Measured;
import org.dashdot.signal.JsonInput;
import org.dashdot.signal.Undecodable;

/**
 * What disks say of their own health (SMART), read through smartmontools' {@code smartctl --json}
 * where it is installed and may read them; nothing where not. Asked rarely, since a sleeping disk
 * may wake up of it.
 */
@ApplicationScoped
public class DiskHealth {

  private static final List<Path> PROGRAMS =
      List.of(
          Path.of("/usr/sbin/smartctl"),
          Path.of("/usr/local/sbin/smartctl"),
          Path.of("/usr/bin/smartctl"));
  private static final Duration EVERY = Duration.ofMinutes(10);
  private static final int PATIENCE_SECONDS = 10;
  private static final int LARGEST = 1 << 20;

  /** Attributes that count damage: reallocated, pending and uncorrectable sectors (ATA). */
  private static final Map<Long, String> DAMAGE =
      Map.of(
          5L, "disk_reallocated_sectors",
          197L, "disk_pending_sectors",
          198L, "disk_uncorrectable_sectors");

  private Instant askedAt = Instant.EPOCH;
  private List<Measured> last = List.of();

  /** What was read last, at most ten minutes ago. */
  synchronized List<Measured> measure(Instant now) {
    if (!now.isBefore(askedAt.plus(EVERY))) {
      askedAt = now;
      last = ask();
    }
    return last;
  }

  private List<Measured> ask() {
    Optional<Path> program = PROGRAMS.stream().filter(Files::isExecutable).findFirst();
    if (program.isEmpty()) {
      return List.of();
    }
    String smartctl = program.get().toString();
    List<Measured> all = new ArrayList<>();
    for (String device : devices(run(List.of(smartctl, "--json", "--scan")))) {
      all.addAll(
          health(device, run(List.of(smartctl, "--json", "--health", "--attributes", device))));
    }
    return all;
  }

  /** Package-private for its test. */
  static List<String> devices(JsonObject scan) {
    List<String> devices = new ArrayList<>();
    if (scan.get("devices") instanceof JsonArray found) {
      for (JsonValue one : found) {
        if (one instanceof JsonObject device
            && device.get("name") instanceof JsonString name
            && name.getString().matches("/dev/[A-Za-z0-9/_-]+")) {
          devices.add(name.getString());
        }
      }
    }
    return devices;
  }

  /** Package-private for its test. */
  static List<Measured> health(String device, JsonObject answer) {
    Map<String, String> of = Map.of("device", device);
    List<Measured> all = new ArrayList<>();
    JsonValue passed = object(answer, "smart_status").get("passed");
    if (passed == JsonValue.TRUE || passed == JsonValue.FALSE) {
      all.add(new Measured("disk_failing", of, passed == JsonValue.TRUE ? 0 : 1));
    }
    if (object(answer, "ata_smart_attributes").get("table") instanceof JsonArray table) {
      for (JsonValue row : table) {
        if (row instanceof JsonObject attribute
            && attribute.get("id") instanceof JsonNumber id
            && DAMAGE.containsKey(id.longValue())
            && object(attribute, "raw").get("value") instanceof JsonNumber value) {
          all.add(new Measured(DAMAGE.get(id.longValue()), of, value.doubleValue()));
        }
      }
    }
    JsonObject nvme = object(answer, "nvme_smart_health_information_log");
    if (nvme.get("media_errors") instanceof JsonNumber errors) {
      all.add(new Measured("disk_media_errors", of, errors.doubleValue()));
    }
    if (nvme.get("percentage_used") instanceof JsonNumber used) {
      all.add(new Measured("disk_wear_percent", of, used.doubleValue()));
    }
    return all;
  }

  private static JsonObject object(JsonObject parent, String name) {
    return parent.get(name) instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
  }

  /** An empty object when the program does not answer in time or not in JSON. */
  private static JsonObject run(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
              .start();
      process
          .onExit()
          .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
          .exceptionally(late -> end(process));
      try (InputStream out = process.getInputStream()) {
        byte[] answer = out.readNBytes(LARGEST);
        return JsonInput.read(answer) instanceof JsonObject object
            ? object
            : JsonValue.EMPTY_JSON_OBJECT;
      } finally {
        process.destroy();
      }
    } catch (IOException | Undecodable e) {
      return JsonValue.EMPTY_JSON_OBJECT;
    }
  }

  private static Process end(Process process) {
    return process.destroyForcibly();
  }
}

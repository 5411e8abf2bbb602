package org.dashdot.check;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dashdot.signal.Labels;
import org.dashdot.signal.Sample;
import org.dashdot.signal.Signal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The checks that ship, on values and lines as systems say them. */
class ShippedChecksTest {

  private static final Map<String, String> VAR = Map.of("instance", "web-1", "mountpoint", "/var");

  @Test
  void allOfThemCanBeReadAndNoNameIsTwice() {
    List<String> names =
        ShippedChecks.read().stream()
            .map((JsonObject text) -> CheckText.read(text).name())
            .collect(Collectors.toList());
    assertThat(names).hasSizeGreaterThan(25).doesNotHaveDuplicates();
  }

  @Test
  void aDiskOfThisMachineFillsAndIsCleaned() {
    Bench bench = Bench.shipped("host");
    assertThat(bench.value(0, "disk_used_percent", VAR, 89.9)).isEmpty();
    assertThat(bench.value(30, "disk_used_percent", VAR, 90)).isEqualTo("FIRING");
    assertThat(bench.value(60, "disk_used_percent", VAR, 85)).isEqualTo("FIRING");
    assertThat(bench.value(90, "disk_used_percent", VAR, 84.9)).isEqualTo("RESOLVED");
  }

  /** A condition that an older version raised is known by the same labels. */
  @Test
  void whatTheHostReportedBeforeChecksIsTheSameCondition() {
    Bench bench = Bench.shipped("host");
    Signal signal =
        bench.values(0, new Sample("disk_used_percent", Labels.of(VAR), 95, Bench.at(0))).get(0);
    assertThat(signal.labels().values())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "alertname",
                "HostDiskFull",
                "instance",
                "web-1",
                "mountpoint",
                "/var",
                "severity",
                "warning",
                "tier",
                "hardware"));
    assertThat(Bench.summaries(List.of(signal))).containsExactly("/var is 95 % full on web-1");
  }

  @ParameterizedTest
  @CsvSource({
    "memory_used_percent, 95, 89, HostMemoryLow",
    "swap_used_percent, 80, 69, HostSwapUsed",
    "load_per_core, 4, 1.9, HostLoadHigh",
    "filesystem_read_only, 1, 0, HostFileSystemReadOnly",
    "disk_failing, 1, 0, HostDiskFailing",
    "disk_pending_sectors, 1, 0, HostDiskDamaged",
  })
  void figuresOfThisMachineRaiseAndClear(String metric, double bad, double good, String name) {
    Bench bench = Bench.shipped("host");
    assertThat(Bench.names(bench.values(0, new Sample(metric, Labels.of(VAR), bad, Bench.at(0)))))
        .containsExactly(name);
    assertThat(bench.value(30, metric, VAR, good)).isEqualTo("RESOLVED");
  }

  @Test
  void aCableThatIsPulledIsNoticed() {
    Bench bench = Bench.shipped("host");
    Map<String, String> eth = Map.of("instance", "web-1", "interface", "eth0");
    bench.value(0, "interface_up", eth, 1);
    bench.value(30, "interface_up", eth, 0);
    assertThat(bench.value(90, "interface_up", eth, 0)).isEqualTo("FIRING");
    assertThat(bench.value(120, "interface_up", eth, 1)).isEqualTo("RESOLVED");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "OutOfMemoryKill | Out of memory: Killed process 4711 (java) total-vm:8123456kB",
        "OutOfMemoryKill | Memory cgroup out of memory: Killed process 99 (node) total-vm:1kB",
        "DiskInputOutputError | blk_update_request: I/O error, dev sdb, sector 2048 op 0x0:(READ)",
        "DiskInputOutputError | Buffer I/O error on dev sdb1, logical block 0, async page read",
        "FileSystemRemountedReadOnly | EXT4-fs (sda1): Remounting filesystem read-only",
        "FileSystemRemountedReadOnly | EXT4-fs error (device sda1): ext4_find_entry:1455: inode #2",
        "NetworkLinkDown | e1000e: eth0 NIC Link is Down",
        "NetworkLinkDown | ixgbe 0000:01:00.0 enp1s0f0: NIC Link is Down",
        "HardwareError | mce: [Hardware Error]: Machine check events logged",
        "HardwareError | EDAC MC0: 1 UE memory read error on CPU_SrcID#0_Ha#0_Chan#1_DIMM#0",
        "NetworkLinkDown | tg3 0000:01:00.0 eth1: Link is down",
        "ProgramCrashed | nginx[4711]: segfault at 0 ip 00007f sp 00007ffd error 4 in libc.so.6",
        "ProgramCrashed | traps: chrome[99] general protection fault ip:55 sp:7ff error:0",
      })
  void whatTheKernelSaysIsUnderstood(String name, String message) {
    List<Signal> signals = Bench.shipped("syslog").kernel(0, message);
    assertThat(Bench.names(signals)).containsExactly(name);
    assertThat(Bench.summaries(signals)).allSatisfy(s -> assertThat(s).contains("web-1"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "e1000e: eth0 NIC Link is Down | e1000e: eth0 NIC Link is Up 1000 Mbps Full Duplex",
        "igb 0000:07:00.0 enp7s0: igb: enp7s0 NIC Link is Down |"
            + " igb 0000:07:00.0 enp7s0: igb: enp7s0 NIC Link is Up 1000 Mbps",
        "enp3s0: Lost carrier | enp3s0: Gained carrier",
      })
  void aLinkThatComesBackIsOver(String down, String up) {
    Bench bench = Bench.shipped("syslog");
    assertThat(Bench.states(bench.kernel(0, down))).isEqualTo("FIRING");
    assertThat(Bench.states(bench.kernel(60, up))).isEqualTo("RESOLVED");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EXT4-fs (sda1): mounted filesystem with ordered data mode",
        "EXT4-fs (sda2): re-mounted. Opts: errors=remount-ro. Quota mode: none.",
        "blk_update_request: I/O error, dev fd0, sector 0 op 0x0:(READ) flags 0x0",
        "Buffer I/O error on dev sr0, logical block 0, async page read",
        "veth3f2a1b: Lost carrier",
        "docker0: link is not ready",
        "EDAC MC0: 1 CE memory read error on CPU_SrcID#0_Ha#0_Chan#1_DIMM#0",
        "e1000e: eth0 NIC Link is Up 1000 Mbps Full Duplex",
        "usb 1-1: new high-speed USB device number 2",
        "oom_reaper: reaped process 4711 (java), now anon-rss:0kB",
      })
  void everydayLinesAreNoImperfection(String message) {
    assertThat(Bench.shipped("syslog").kernel(0, message)).isEmpty();
  }

  @Test
  void manyFailedLoginsAreOneImperfection() {
    Bench bench = Bench.shipped("syslog");
    int raised = 0;
    for (int i = 0; i < 25; i++) {
      raised +=
          bench
              .lines(
                  i,
                  Bench.line(
                      "l" + i, i, "web-1", "sshd", "Failed password for root from 10.0.0.9 port 2"))
              .size();
    }
    assertThat(raised).isEqualTo(1);
  }
}

package org.dashdot.integration.host;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import oshi.SystemInfo;
import oshi.hardware.GlobalMemory;
import oshi.hardware.HardwareAbstractionLayer;
import oshi.software.os.OSFileStore;

/** Reads the machine's figures; a file system that people do not write to is left out. */
@ApplicationScoped
public class HostReading {

  private static final Set<String> REAL =
      Set.of("ext2", "ext3", "ext4", "xfs", "btrfs", "zfs", "f2fs", "vfat", "ntfs", "apfs", "hfs");
  private static final long LEAST_BYTES = 64L << 20;

  private final SystemInfo system = new SystemInfo();

  /**
   * One figure.
   *
   * @param setting the middle part of its settings' names, for example disk
   * @param subject the mount point, or empty
   */
  record Measured(
      String name, String setting, String tier, String subject, double value, String words) {

    String sentence(String host) {
      return words + " on " + host;
    }
  }

  String hostName() {
    return system.getOperatingSystem().getNetworkParams().getHostName();
  }

  List<Measured> measure() {
    List<Measured> measured = new ArrayList<>();
    HardwareAbstractionLayer hardware = system.getHardware();
    GlobalMemory memory = hardware.getMemory();
    double used = 100.0 * (memory.getTotal() - memory.getAvailable()) / memory.getTotal();
    measured.add(percent("HostMemoryLow", "memory", "Memory", used));
    long swap = memory.getVirtualMemory().getSwapTotal();
    if (swap > 0) {
      measured.add(
          percent(
              "HostSwapUsed",
              "swap",
              "Swap",
              100.0 * memory.getVirtualMemory().getSwapUsed() / swap));
    }
    double load = hardware.getProcessor().getSystemLoadAverage(3)[1];
    if (load >= 0) {
      double perCore = load / hardware.getProcessor().getLogicalProcessorCount();
      measured.add(
          new Measured(
              "HostLoadHigh",
              "load",
              "system",
              "",
              perCore,
              String.format(Locale.ROOT, "Load is %.1f per core", perCore)));
    }
    system.getOperatingSystem().getFileSystem().getFileStores(true).stream()
        .filter(HostReading::real)
        .forEach(store -> add(store, measured));
    return measured;
  }

  private static boolean real(OSFileStore store) {
    return REAL.contains(store.getType().toLowerCase(Locale.ROOT))
        && store.getTotalSpace() >= LEAST_BYTES;
  }

  private static void add(OSFileStore store, List<Measured> measured) {
    double used = 100.0 * (store.getTotalSpace() - store.getUsableSpace()) / store.getTotalSpace();
    String mount = store.getMount();
    measured.add(
        new Measured(
            "HostDiskFull",
            "disk",
            "hardware",
            mount,
            used,
            String.format(Locale.ROOT, "%s is %.0f %% full", mount, used)));
    boolean readOnly = Arrays.asList(store.getOptions().split(",")).contains("ro");
    measured.add(
        new Measured(
            "HostFileSystemReadOnly",
            "read-only",
            "hardware",
            mount,
            readOnly ? 1 : 0,
            mount + " is read-only"));
  }

  private static Measured percent(String name, String setting, String what, double value) {
    return new Measured(
        name,
        setting,
        "hardware",
        "",
        value,
        String.format(Locale.ROOT, "%s is %.0f %% used", what, value));
  }
}

package org.dashdot.integration.host;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import oshi.SystemInfo;
import oshi.hardware.GlobalMemory;
import oshi.hardware.HardwareAbstractionLayer;
import oshi.hardware.NetworkIF;
import oshi.software.os.OSFileStore;

/** Reads the machine's figures; a file system that people do not write to is left out. */
@ApplicationScoped
public class HostReading {

  private static final Set<String> REAL =
      Set.of("ext2", "ext3", "ext4", "xfs", "btrfs", "zfs", "f2fs", "vfat", "ntfs", "apfs", "hfs");
  private static final long LEAST_BYTES = 64L << 20;

  private final SystemInfo system = new SystemInfo();

  /** Network interfaces that were up once: the others may have no cable on purpose. */
  private final Set<String> wereUp = ConcurrentHashMap.newKeySet();

  /**
   * One figure.
   *
   * @param of what it was measured of besides the host, for example the mount point
   */
  record Measured(String metric, Map<String, String> of, double value) {}

  String hostName() {
    return system.getOperatingSystem().getNetworkParams().getHostName();
  }

  /**
   * @param downBefore interfaces that were reported as down before a start
   */
  List<Measured> measure(Collection<String> downBefore) {
    wereUp.addAll(downBefore);
    List<Measured> measured = new ArrayList<>();
    HardwareAbstractionLayer hardware = system.getHardware();
    addMemory(hardware.getMemory(), measured);
    double load = hardware.getProcessor().getSystemLoadAverage(3)[1];
    if (load >= 0) {
      int cores = hardware.getProcessor().getLogicalProcessorCount();
      measured.add(new Measured("load_per_core", Map.of(), load / cores));
    }
    system.getOperatingSystem().getFileSystem().getFileStores(true).stream()
        .filter(HostReading::real)
        .forEach(store -> add(store, measured));
    hardware.getNetworkIFs(false).forEach(network -> add(network, measured));
    return measured;
  }

  private static void addMemory(GlobalMemory memory, List<Measured> measured) {
    double used = 100.0 * (memory.getTotal() - memory.getAvailable()) / memory.getTotal();
    measured.add(new Measured("memory_used_percent", Map.of(), used));
    long swap = memory.getVirtualMemory().getSwapTotal();
    if (swap > 0) {
      double swapped = 100.0 * memory.getVirtualMemory().getSwapUsed() / swap;
      measured.add(new Measured("swap_used_percent", Map.of(), swapped));
    }
  }

  private static boolean real(OSFileStore store) {
    return REAL.contains(store.getType().toLowerCase(Locale.ROOT))
        && store.getTotalSpace() >= LEAST_BYTES;
  }

  private static void add(OSFileStore store, List<Measured> measured) {
    Map<String, String> of = Map.of("mountpoint", store.getMount());
    double used = 100.0 * (store.getTotalSpace() - store.getUsableSpace()) / store.getTotalSpace();
    measured.add(new Measured("disk_used_percent", of, used));
    boolean readOnly = Arrays.asList(store.getOptions().split(",")).contains("ro");
    measured.add(new Measured("filesystem_read_only", of, readOnly ? 1 : 0));
  }

  private void add(NetworkIF network, List<Measured> measured) {
    Map<String, String> of = Map.of("interface", network.getName());
    boolean up = network.getIfOperStatus() == NetworkIF.IfOperStatus.UP;
    if (up) {
      wereUp.add(network.getName());
    }
    if (wereUp.contains(network.getName())) {
      measured.add(new Measured("interface_up", of, up ? 1 : 0));
    }
    measured.add(
        new Measured("interface_errors", of, network.getInErrors() + network.getOutErrors()));
  }
}

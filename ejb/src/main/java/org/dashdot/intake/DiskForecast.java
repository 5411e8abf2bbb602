package org.dashdot.intake;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.dashdot.shared.SelfReport;
import org.dashdot.shared.Settings;

/**
 * When the disk is full on which dash-dot keeps its data. Nothing is ever deleted to make room, so
 * people must know in time. A PostgreSQL on another machine has a disk of its own, which is not
 * seen.
 */
@Stateless
public class DiskForecast {

  private static final String NOW = "DiskFullVerySoon";
  private static final String SOON = "DiskFullSoon";

  private static final Duration FOREVER = Duration.ofDays(36_500);

  @PersistenceContext(unitName = "dash-dot")
  EntityManager em;

  @Inject SelfReport selfReport;
  @Inject Settings settings;
  @Inject Clock clock;

  /**
   * What is known.
   *
   * @param known whether there are readings enough
   * @param untilFull null when it does not fill in any time that matters, or nothing is known
   * @param usedPercent of the disk as it was read last; null before the first reading
   */
  public record Outlook(boolean known, Duration untilFull, Integer usedPercent) {}

  /** Reads the disk when it is time to, and says when it fills up too soon. */
  public void read() {
    Path data = data();
    if (data == null || !due()) {
      return;
    }
    // First what is known: on a disk that is full already nothing more can be written.
    report(DiskTrend.untilFull(readings()));
    try {
      FileStore disk = Files.getFileStore(data);
      long used = disk.getTotalSpace() - disk.getUsableSpace();
      em.persist(new DiskReading(node(), clock.instant(), used, disk.getTotalSpace()));
    } catch (IOException e) {
      throw new UncheckedIOException("The disk of " + data + " cannot be read", e);
    }
  }

  private void report(Optional<Duration> untilFull) {
    Duration left = untilFull.orElse(FOREVER);
    boolean now = left.compareTo(settings.duration("disk.full-now")) < 0;
    boolean soon = left.compareTo(settings.duration("disk.full-soon")) < 0;
    String summary =
        "The disk of dash-dot's data is full in about "
            + (left.toDays() > 2 ? left.toDays() + " days" : left.toHours() + " hours");
    if (soon && !now) {
      selfReport.lacks(SOON, node(), "critical", summary);
    } else if (!soon) {
      selfReport.mended(SOON, node());
    }
    if (now) {
      selfReport.lacksNow(NOW, node(), summary);
    } else {
      selfReport.mended(NOW, node());
    }
  }

  public Outlook outlook() {
    List<DiskReading> readings = readings();
    if (readings.isEmpty()) {
      return new Outlook(false, null, null);
    }
    DiskReading last = readings.get(readings.size() - 1);
    return new Outlook(
        DiskTrend.known(readings),
        DiskTrend.untilFull(readings).orElse(null),
        (int) (100 * last.usedBytes() / Math.max(1, last.totalBytes())));
  }

  private boolean due() {
    List<DiskReading> readings = readings();
    Instant last = readings.isEmpty() ? Instant.EPOCH : readings.get(readings.size() - 1).at();
    return !clock.instant().isBefore(last.plus(settings.duration("disk.reading")));
  }

  /** Of the last week, the oldest first. */
  private List<DiskReading> readings() {
    return em.createQuery(
            "select r from DiskReading r where r.node = :node and r.at > :since order by r.at",
            DiskReading.class)
        .setParameter("node", node())
        .setParameter("since", clock.instant().minus(settings.duration("disk.trend")))
        .getResultList();
  }

  private static String node() {
    return System.getProperty("jboss.node.name", "node");
  }

  private static Path data() {
    String data = Settings.environment("DASHDOT_DATA");
    return data == null || !Files.isDirectory(Path.of(data)) ? null : Path.of(data);
  }
}

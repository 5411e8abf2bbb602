package org.dashdot.intake;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** How full the disk was on which a node keeps its data. */
@Entity
@Table(name = "disk_reading")
class DiskReading {

  @Id
  @SequenceGenerator(
      name = "disk_reading_seq",
      sequenceName = "disk_reading_seq",
      allocationSize = 1)
  @GeneratedValue(generator = "disk_reading_seq")
  private Long id;

  private String node;
  private Instant at;

  @Column(name = "used_bytes")
  private long usedBytes;

  @Column(name = "total_bytes")
  private long totalBytes;

  protected DiskReading() {}

  DiskReading(String node, Instant at, long usedBytes, long totalBytes) {
    this.node = node;
    this.at = at;
    this.usedBytes = usedBytes;
    this.totalBytes = totalBytes;
  }

  Instant at() {
    return at;
  }

  long usedBytes() {
    return usedBytes;
  }

  long totalBytes() {
    return totalBytes;
  }
}

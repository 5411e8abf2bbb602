package org.dashdot.signal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;

/** Input that will never parse, kept with the reason for the administrator. */
@Entity
@Table(name = "rejected_delivery")
public class RejectedDelivery {

  /** The beginning is enough to see what it was; a megabyte of noise helps nobody. */
  private static final int KEPT = 256 * 1024;

  @Id
  @SequenceGenerator(
      name = "rejected_delivery_seq",
      sequenceName = "rejected_delivery_seq",
      allocationSize = 1)
  @GeneratedValue(generator = "rejected_delivery_seq")
  private Long id;

  @Column(name = "source_id")
  private Long sourceId;

  private String integration;

  @Column(name = "received_at")
  private Instant receivedAt;

  private String reason;

  @Column(name = "size_bytes")
  private long sizeBytes;

  private byte[] body;

  @Column(name = "replayed_at")
  private Instant replayedAt;

  protected RejectedDelivery() {}

  RejectedDelivery(
      Long sourceId, String integration, Instant receivedAt, byte[] body, String reason) {
    this.sourceId = sourceId;
    this.integration = integration;
    this.receivedAt = receivedAt;
    this.reason = reason.length() > 2000 ? reason.substring(0, 2000) : reason;
    this.sizeBytes = body.length;
    this.body = Compressed.of(body.length > KEPT ? Arrays.copyOf(body, KEPT) : body);
  }

  public Long id() {
    return id;
  }

  void replayed(Instant at) {
    replayedAt = at;
  }

  /** When it came through after all; null when it did not. */
  public Instant replayedAt() {
    return replayedAt;
  }

  /** Whether all of it was kept. */
  public boolean whole() {
    return sizeBytes <= KEPT;
  }

  public Long sourceId() {
    return sourceId;
  }

  public String integration() {
    return integration;
  }

  public Instant receivedAt() {
    return receivedAt;
  }

  public String reason() {
    return reason;
  }

  public long sizeBytes() {
    return sizeBytes;
  }

  /** At most the first 256 KiB of what came. */
  public String text() {
    return Compressed.text(body);
  }
}

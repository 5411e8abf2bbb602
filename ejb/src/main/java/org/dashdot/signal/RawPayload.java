package org.dashdot.signal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** A source's own words about one fingerprint, compressed, once per distinct content. */
@Entity
@Table(name = "raw_payload")
public class RawPayload {

  @Id
  @SequenceGenerator(
      name = "raw_payload_seq",
      sequenceName = "raw_payload_seq",
      allocationSize = 50)
  @GeneratedValue(generator = "raw_payload_seq")
  private Long id;

  @Column(name = "content_hash")
  private String contentHash;

  @Column(name = "source_id")
  private Long sourceId;

  private String fingerprint;
  private byte[] body;

  @Column(name = "first_seen_at")
  private Instant firstSeenAt;

  @Column(name = "last_seen_at")
  private Instant lastSeenAt;

  private long times;

  protected RawPayload() {}

  RawPayload(String contentHash, Long sourceId, String fingerprint, byte[] body, Instant now) {
    this.contentHash = contentHash;
    this.sourceId = sourceId;
    this.fingerprint = fingerprint;
    this.body = body;
    this.firstSeenAt = now;
    this.lastSeenAt = now;
    this.times = 1;
  }

  public String text() {
    return Compressed.text(body);
  }

  public Instant firstSeenAt() {
    return firstSeenAt;
  }

  public Instant lastSeenAt() {
    return lastSeenAt;
  }

  public long times() {
    return times;
  }

  String contentHash() {
    return contentHash;
  }
}

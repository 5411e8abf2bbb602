package org.dashdot.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * A secret of 256 random bits that stands for a login or a pushing source; only its hash is kept.
 */
@Entity
@Table(name = "access_token")
public class AccessToken {

  /** What the secret opens. */
  public enum Kind {
    /** A browser's login. */
    LOGIN,
    /** A monitoring system may push signals, and nothing else. */
    PUSH,
    /** A program acts over REST as the person who made it. */
    API,
    /** A screen on a wall shows the dot, and nothing else. */
    WALL
  }

  @Id
  @SequenceGenerator(
      name = "access_token_seq",
      sequenceName = "access_token_seq",
      allocationSize = 1)
  @GeneratedValue(generator = "access_token_seq")
  private Long id;

  @Enumerated(EnumType.STRING)
  private Kind kind;

  private String name;
  private String hash;

  @Column(name = "person_id")
  private Long personId;

  @Column(name = "source_id")
  private Long sourceId;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "confirmed_at")
  private Instant confirmedAt;

  @Column(name = "last_used_at")
  private Instant lastUsedAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "revoked_at")
  private Instant revokedAt;

  protected AccessToken() {}

  AccessToken(
      Kind kind, String name, String hash, Long personId, Long sourceId, Instant now, Instant end) {
    this.kind = kind;
    this.name = name;
    this.hash = hash;
    this.personId = personId;
    this.sourceId = sourceId;
    this.createdAt = now;
    this.confirmedAt = now;
    this.expiresAt = end;
  }

  public boolean usable(Instant now) {
    return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
  }

  public void revoke(Instant now) {
    if (revokedAt == null) {
      revokedAt = now;
    }
  }

  void used(Instant now) {
    lastUsedAt = now;
  }

  public Long id() {
    return id;
  }

  public Kind kind() {
    return kind;
  }

  public String name() {
    return name;
  }

  public Long personId() {
    return personId;
  }

  public Long sourceId() {
    return sourceId;
  }

  public Instant createdAt() {
    return createdAt;
  }

  /** When the password was last given for this login. */
  public Instant confirmedAt() {
    return confirmedAt;
  }

  public Instant lastUsedAt() {
    return lastUsedAt;
  }

  public Instant revokedAt() {
    return revokedAt;
  }
}

package org.dashdot.notification;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.time.Duration;
import java.time.Instant;

/** A number or an address of a person, besides their mail address. */
@Entity
public class Contact {

  private static final int TRIES = 5;
  private static final int CODES = 3;
  private static final Duration CODES_WITHIN = Duration.ofHours(1);

  @Id
  @SequenceGenerator(name = "contact_seq", sequenceName = "contact_seq", allocationSize = 1)
  @GeneratedValue(generator = "contact_seq")
  private Long id;

  @Column(name = "person_id")
  private Long personId;

  @Enumerated(EnumType.STRING)
  private ContactKind kind;

  private String address;
  private String secret;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "confirmed_at")
  private Instant confirmedAt;

  @Column(name = "code_hash")
  private String codeHash;

  @Column(name = "code_until")
  private Instant codeUntil;

  @Column(name = "code_tries")
  private int codeTries;

  @Column(name = "codes_sent")
  private int codesSent;

  @Column(name = "codes_since")
  private Instant codesSince;

  protected Contact() {}

  /**
   * @param secret what a webhook's messages are signed with; else null
   */
  Contact(Long personId, ContactKind kind, String address, String secret, Instant now) {
    this.personId = personId;
    this.kind = kind;
    this.address = address;
    this.secret = secret;
    this.createdAt = now;
    // A number that is somebody else's would wake them and could act in this person's name.
    this.confirmedAt = kind == ContactKind.SMS ? null : now;
  }

  /** Notes the code that is sent to it; returns false when too many were sent lately. */
  boolean code(String hash, Instant now, Duration lasts) {
    if (codesSince == null || codesSince.plus(CODES_WITHIN).isBefore(now)) {
      codesSince = now;
      codesSent = 0;
    }
    if (codesSent >= CODES) {
      return false;
    }
    codesSent++;
    codeHash = hash;
    codeUntil = now.plus(lasts);
    codeTries = 0;
    return true;
  }

  /** Counts the try; whether the code was the one that was sent and still holds. */
  boolean confirm(String hash, Instant now) {
    if (codeHash == null || now.isAfter(codeUntil) || codeTries >= TRIES) {
      return false;
    }
    codeTries++;
    if (!codeHash.equals(hash)) {
      return false;
    }
    codeHash = null;
    confirmedAt = now;
    return true;
  }

  public Long id() {
    return id;
  }

  Long personId() {
    return personId;
  }

  public ContactKind kind() {
    return kind;
  }

  public String address() {
    return address;
  }

  /** What its messages are signed with; null for none. */
  String secret() {
    return secret;
  }

  /** Only confirmed ones count. */
  public boolean confirmed() {
    return confirmedAt != null;
  }
}

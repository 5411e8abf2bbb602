package org.dashdot.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.stream.Stream;

/**
 * Who did what to tickets, duty, settings or access, from where. Never changed, but that it gets
 * its place in the chain a moment after it was committed.
 */
@Entity
@Table(name = "audit_entry")
public class AuditEntry {

  @Id
  @SequenceGenerator(
      name = "audit_entry_seq",
      sequenceName = "audit_entry_seq",
      allocationSize = 50)
  @GeneratedValue(generator = "audit_entry_seq")
  private Long id;

  @Column(name = "at")
  private Instant at;

  private String actor;
  private String origin;
  private String action;
  private String subject;
  private String detail;

  @Column(name = "chain_position")
  private Long chainPosition;

  private String hash;

  protected AuditEntry() {}

  AuditEntry(Instant at, Actor actor, String action, String subject, String detail) {
    this.at = at;
    this.actor = actor.name();
    this.origin = actor.origin();
    this.action = action;
    this.subject = cut(subject, 300);
    this.detail = detail == null ? null : cut(detail, 4000);
  }

  private static String cut(String text, int longest) {
    return text.length() > longest ? text.substring(0, longest) : text;
  }

  /** Takes the place after that of this hash. */
  void seal(long position, String before) {
    this.chainPosition = position;
    this.hash = hashAfter(before);
  }

  /** Whether it stands unchanged in its place. */
  boolean follows(String before) {
    return hashAfter(before).equals(hash);
  }

  /** Each part with its length, so that nothing can move from one to the next. */
  private String hashAfter(String before) {
    StringBuilder text = new StringBuilder();
    Stream.of(before, chainPosition, id, at, actor, origin, action, subject, detail)
        .map(String::valueOf)
        .forEach(part -> text.append(part.length()).append(':').append(part));
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(text.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  public Long id() {
    return id;
  }

  public Instant at() {
    return at;
  }

  public String actor() {
    return actor;
  }

  public String origin() {
    return origin;
  }

  public String action() {
    return action;
  }

  public String subject() {
    return subject;
  }

  /** May be null. */
  public String detail() {
    return detail;
  }

  /** Null until it is sealed. */
  public Long chainPosition() {
    return chainPosition;
  }

  String hash() {
    return hash;
  }
}

package org.dashdot.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** Who did what to access or settings, from where; never changed. */
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

  protected AuditEntry() {}

  AuditEntry(Instant at, Actor actor, String action, String subject, String detail) {
    this.at = at;
    this.actor = actor.name();
    this.origin = actor.origin();
    this.action = action;
    this.subject = subject;
    this.detail = detail;
  }
}

package org.dashdot.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The one row that says where the chain of the audit ends; whoever seals has locked it. */
@Entity
@Table(name = "audit_head")
public class AuditHead {

  static final long ONLY = 1;

  @Id private Long id;

  @Column(name = "chain_position")
  private long chainPosition;

  private String hash;

  protected AuditHead() {}

  void moveTo(AuditEntry last) {
    this.chainPosition = last.chainPosition();
    this.hash = last.hash();
  }

  long chainPosition() {
    return chainPosition;
  }

  /** Empty before the first entry. */
  String hash() {
    return hash;
  }
}

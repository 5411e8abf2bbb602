package org.dashdot.notification;

import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;

/** What is known of a message after it left, and until when more must be known. */
@MappedSuperclass
abstract class Receipted {

  @Column(name = "receipt_key")
  private String receiptKey;

  @Column(name = "provider_id")
  private String providerId;

  @Column(name = "awaits_receipt")
  private boolean awaitsReceipt;

  @Enumerated(EnumType.STRING)
  private Receipt receipt;

  @Column(name = "receipt_at")
  private Instant receiptAt;

  @Column(name = "receipt_due")
  private Instant receiptDue;

  @Column(name = "next_person_at")
  private Instant nextPersonAt;

  void expectReceipts(String key) {
    receiptKey = key;
    receipt = null;
    receiptAt = null;
  }

  /**
   * @param until null: nobody waits for it
   * @param comes whether there is a receipt at all
   */
  void awaitReceipt(Instant until, boolean comes) {
    awaitsReceipt = comes;
    receiptDue = receipt != null && receipt.last() ? null : until;
  }

  void awaitNothing() {
    receiptDue = null;
  }

  /** Takes a receipt; false when what is known is newer or the same. */
  boolean receive(Receipt news, String provider, Instant now) {
    if (provider != null) {
      providerId = provider;
    }
    if (receipt == news || receipt != null && receipt.last()) {
      return false;
    }
    if (news == Receipt.ACCEPTED && receipt == Receipt.QUEUED) {
      return false;
    }
    receipt = news;
    receiptAt = now;
    if (news.last()) {
      receiptDue = null;
    }
    return true;
  }

  /** The next person is told unless somebody is known to have it by then. */
  void nextPersonAt(Instant at) {
    nextPersonAt = at;
  }

  void forgetNextPerson() {
    nextPersonAt = null;
  }

  Instant nextPersonAt() {
    return nextPersonAt;
  }

  boolean awaitsReceipt() {
    return awaitsReceipt;
  }

  String receiptKey() {
    return receiptKey;
  }

  /** By what its gateway knows it; null when it did not say. */
  public String providerId() {
    return providerId;
  }

  /** The last word of its gateway; null when there is none. */
  public Receipt receipt() {
    return receipt;
  }

  public Instant receiptAt() {
    return receiptAt;
  }

  Instant receiptDue() {
    return receiptDue;
  }
}

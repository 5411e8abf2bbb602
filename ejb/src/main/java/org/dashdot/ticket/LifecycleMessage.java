package org.dashdot.ticket;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/**
 * What the world tells a ticket's process, written with the change itself and delivered afterwards,
 * so that a clash in the engine never rolls back a batch of signals.
 */
@Entity
@Table(name = "lifecycle_message")
public class LifecycleMessage {

  /** The messages, by the names in the process model. */
  public enum Kind {
    CLEARED("ImperfectionCleared"),
    FIRED_AGAIN("ImperfectionFiredAgain"),
    UNCONFIRMED("ImperfectionUnconfirmed"),
    /**
     * Whether somebody must take it, and who, is to be asked anew; its new owner counts as well.
     */
    PRIORITY_CHANGED("PriorityChanged"),
    FALSE_POSITIVE("FalsePositive"),
    MERGED("Merged"),
    WINDOW_OVER("WindowOver");

    private final String messageName;

    Kind(String messageName) {
      this.messageName = messageName;
    }

    public String messageName() {
      return messageName;
    }
  }

  @Id
  @SequenceGenerator(
      name = "lifecycle_message_seq",
      sequenceName = "lifecycle_message_seq",
      allocationSize = 50)
  @GeneratedValue(generator = "lifecycle_message_seq")
  private Long id;

  @Column(name = "ticket_id")
  private Long ticketId;

  @Enumerated(EnumType.STRING)
  private Kind message;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "due_at")
  private Instant dueAt;

  private int attempts;

  @Column(name = "last_error")
  private String lastError;

  @Column(name = "delivered_at")
  private Instant deliveredAt;

  private Boolean taken;

  protected LifecycleMessage() {}

  LifecycleMessage(Long ticketId, Kind message, Instant now) {
    this.ticketId = ticketId;
    this.message = message;
    this.createdAt = now;
    this.dueAt = now;
  }

  /** Taken, or recorded as of no effect where the process did not wait for it. */
  void delivered(boolean taken, Instant now) {
    this.taken = taken;
    this.deliveredAt = now;
    this.dueAt = null;
  }

  void failed(String error, Instant now) {
    attempts++;
    lastError = error.length() > 2000 ? error.substring(0, 2000) : error;
    dueAt = now.plus(Duration.ofMillis(200L << Math.min(attempts, 10)));
  }

  Long ticketId() {
    return ticketId;
  }

  Kind message() {
    return message;
  }

  int attempts() {
    return attempts;
  }
}

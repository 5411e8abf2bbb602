package org.dashdot.imperfection;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;

/** The recorded reason why an imperfection raises no ticket, from when to when; kept for ever. */
@Entity
public class Suppression {

  @Id
  @SequenceGenerator(
      name = "suppression_seq",
      sequenceName = "suppression_seq",
      allocationSize = 50)
  @GeneratedValue(generator = "suppression_seq")
  private Long id;

  @Column(name = "imperfection_id")
  private Long imperfectionId;

  @Column(name = "window_id")
  private Long windowId;

  @Column(name = "inhibitor_id")
  private Long inhibitorId;

  private String reason;

  @Column(name = "began_at")
  private Instant beganAt;

  @Column(name = "ended_at")
  private Instant endedAt;

  protected Suppression() {}

  Suppression(Long imperfectionId, Cause cause, Instant now) {
    this.imperfectionId = imperfectionId;
    this.windowId = cause.windowId();
    this.inhibitorId = cause.inhibitorId();
    this.reason = cause.reason().length() > 500 ? cause.reason().substring(0, 500) : cause.reason();
    this.beganAt = now;
  }

  /**
   * Why something is suppressed.
   *
   * @param windowId the silence or maintenance window; null when it is none
   * @param inhibitorId the imperfection that speaks for it; null when none does
   */
  public record Cause(Long windowId, Long inhibitorId, String reason) {}

  void end(Instant now) {
    endedAt = now;
  }

  public Long imperfectionId() {
    return imperfectionId;
  }

  /** Null when no window suppresses it. */
  public Long windowId() {
    return windowId;
  }

  /** Null when no other imperfection suppresses it. */
  public Long inhibitorId() {
    return inhibitorId;
  }

  public String reason() {
    return reason;
  }

  public Instant beganAt() {
    return beganAt;
  }

  /** Null while it holds. */
  public Instant endedAt() {
    return endedAt;
  }
}

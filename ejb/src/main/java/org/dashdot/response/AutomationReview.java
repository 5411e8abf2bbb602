package org.dashdot.response;

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

/** The closing question: could this ticket have been handled without us? */
@Entity
@Table(name = "automation_review")
public class AutomationReview {

  /** How far. */
  public enum Potential {
    FULLY,
    PARTLY,
    NO,
    /** Nobody said. */
    UNKNOWN
  }

  /** Where the answer comes from. */
  public enum Origin {
    PERSON,
    /** A person answered for this class within the last month. */
    INHERITED,
    /** The ticket needed nobody. */
    OBSERVED,
    /** The deadline passed without an answer. */
    UNCONFIRMED
  }

  @Id
  @SequenceGenerator(
      name = "automation_review_seq",
      sequenceName = "automation_review_seq",
      allocationSize = 1)
  @GeneratedValue(generator = "automation_review_seq")
  private Long id;

  @Column(name = "ticket_id")
  private Long ticketId;

  @Column(name = "class_key")
  private String classKey;

  @Enumerated(EnumType.STRING)
  private Potential potential;

  private String means;

  @Column(name = "missing_validation")
  private String missingValidation;

  @Column(name = "hands_on_seconds")
  private long handsOnSeconds;

  @Enumerated(EnumType.STRING)
  private Origin origin;

  private String reviewer;

  @Column(name = "reviewed_at")
  private Instant reviewedAt;

  protected AutomationReview() {}

  AutomationReview(
      Long ticketId, String classKey, Answer answer, Origin origin, String reviewer, Instant at) {
    this.ticketId = ticketId;
    this.classKey = classKey;
    answer(answer, origin, reviewer, at);
  }

  /**
   * What was answered.
   *
   * @param means by what it could be handled; may be null
   * @param missingValidation which test would have caught it; may be null
   * @param handsOn measured from the timeline, never asked
   */
  public record Answer(
      Potential potential, String means, String missingValidation, Duration handsOn) {}

  void answer(Answer answer, Origin origin, String reviewer, Instant at) {
    this.potential = answer.potential();
    this.means = answer.means();
    this.missingValidation = answer.missingValidation();
    this.handsOnSeconds = answer.handsOn().toSeconds();
    this.origin = origin;
    this.reviewer = reviewer;
    this.reviewedAt = at;
  }

  public Long ticketId() {
    return ticketId;
  }

  public Potential potential() {
    return potential;
  }

  public String means() {
    return means;
  }

  public String missingValidation() {
    return missingValidation;
  }

  public Duration handsOn() {
    return Duration.ofSeconds(handsOnSeconds);
  }

  public Origin origin() {
    return origin;
  }

  public String reviewer() {
    return reviewer;
  }

  public Instant reviewedAt() {
    return reviewedAt;
  }
}

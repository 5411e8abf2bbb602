package org.dashdot.oncall;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.dashdot.access.Person;

/** Somebody takes duty for a while, whosever turn it is. Of several the last entered wins. */
@Entity
@Table(name = "duty_override")
public class DutyOverride {

  @Id
  @SequenceGenerator(
      name = "duty_override_seq",
      sequenceName = "duty_override_seq",
      allocationSize = 1)
  @GeneratedValue(generator = "duty_override_seq")
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "rotation_id")
  private Rotation rotation;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "person_id")
  private Person person;

  @Column(name = "starts_at")
  private Instant startsAt;

  @Column(name = "ends_at")
  private Instant endsAt;

  private String reason;
  private String author;
  private String swap;

  protected DutyOverride() {}

  /**
   * @param swap the same for both halves of a swap; null when it is none
   */
  DutyOverride(
      Rotation rotation, Person person, Stretch when, String reason, String author, String swap) {
    this.rotation = rotation;
    this.person = person;
    this.startsAt = when.from();
    this.endsAt = when.until();
    this.reason = reason;
    this.author = author;
    this.swap = swap;
  }

  Plan.TakenOver plan() {
    return new Plan.TakenOver(id, person.id(), when());
  }

  public Long id() {
    return id;
  }

  public Rotation rotation() {
    return rotation;
  }

  public Person person() {
    return person;
  }

  public Stretch when() {
    return new Stretch(startsAt, endsAt);
  }

  /** May be null. */
  public String reason() {
    return reason;
  }

  public String author() {
    return author;
  }

  /** Null when it is no half of a swap. */
  public String swap() {
    return swap;
  }
}

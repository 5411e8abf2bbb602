package org.dashdot.oncall;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** What is known of the end of one shift: a note for the next person, and who took over when. */
@Entity
@Table(name = "shift_handover")
public class ShiftHandover {

  @Id
  @SequenceGenerator(
      name = "shift_handover_seq",
      sequenceName = "shift_handover_seq",
      allocationSize = 1)
  @GeneratedValue(generator = "shift_handover_seq")
  private Long id;

  @Column(name = "rotation_id")
  private Long rotation;

  @Column(name = "ends_at")
  private Instant endsAt;

  private String note;

  @Column(name = "noted_by")
  private String notedBy;

  @Column(name = "taken_by")
  private String takenBy;

  @Column(name = "taken_at")
  private Instant takenAt;

  private int reminders;

  protected ShiftHandover() {}

  ShiftHandover(Long rotation, Instant endsAt) {
    this.rotation = rotation;
    this.endsAt = endsAt;
  }

  public void note(String text, String by) {
    note = text;
    notedBy = by;
  }

  public void taken(String by, Instant at) {
    takenBy = by;
    takenAt = at;
  }

  /** Somebody was told for the first (1) or the second time (2) that nobody took over. */
  public void reminded(int times) {
    reminders = times;
  }

  public int reminders() {
    return reminders;
  }

  /** Null when nobody wrote any. */
  public String note() {
    return note;
  }

  public String notedBy() {
    return notedBy;
  }

  /** Null while nobody took over. */
  public String takenBy() {
    return takenBy;
  }

  public Instant takenAt() {
    return takenAt;
  }
}

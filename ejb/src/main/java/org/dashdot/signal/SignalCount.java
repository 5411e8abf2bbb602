package org.dashdot.signal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** How much of one severity was reported anew within a minute; several rows add up. */
@Entity
@Table(name = "signal_count")
public class SignalCount {

  @Id
  @SequenceGenerator(
      name = "signal_count_seq",
      sequenceName = "signal_count_seq",
      allocationSize = 50)
  @GeneratedValue(generator = "signal_count_seq")
  private Long id;

  /** The beginning of the minute. */
  @Column(name = "begins_at")
  private Instant minute;

  @Enumerated(EnumType.STRING)
  private Severity severity;

  private long times;

  protected SignalCount() {}

  SignalCount(Instant minute, Severity severity, long times) {
    this.minute = minute;
    this.severity = severity;
    this.times = times;
  }
}

package org.dashdot.signal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/** What happened to a source last; written by the intake only, apart from what people edit. */
@Entity
@Table(name = "source_state")
public class SourceState {

  /** Whether the source speaks. */
  public enum State {
    /** Nothing was heard of it yet. */
    NEW,
    /** It pushes, and nothing tells whether it lives: it sends no dead man's switch. */
    UNKNOWN,
    ALIVE,
    SILENT
  }

  @Id
  @Column(name = "source_id")
  private Long sourceId;

  @Enumerated(EnumType.STRING)
  private State state;

  @Column(name = "first_received_at")
  private Instant firstReceivedAt;

  @Column(name = "last_received_at")
  private Instant lastReceivedAt;

  @Column(name = "last_signal_at")
  private Instant lastSignalAt;

  @Column(name = "heartbeat_at")
  private Instant heartbeatAt;

  @Column(name = "heartbeat_expected")
  private boolean heartbeatExpected;

  private String failure;

  @Column(name = "failing_since")
  private Instant failingSince;

  private int misses;
  private int firing;

  @Column(name = "due_at")
  private Instant dueAt;

  @Column(name = "lease_until")
  private Instant leaseUntil;

  protected SourceState() {}

  SourceState(Long sourceId, Instant dueAt) {
    this.sourceId = sourceId;
    this.state = State.NEW;
    this.dueAt = dueAt;
  }

  /** Something came from it. */
  void received(Instant now, boolean signals) {
    firstReceivedAt = firstReceivedAt == null ? now : firstReceivedAt;
    lastReceivedAt = now;
    if (signals) {
      lastSignalAt = now;
    }
    if (state == State.NEW) {
      state = State.UNKNOWN;
    }
  }

  /** It is known to be alive: its dead man's switch fired or it answered a poll. */
  void alive(Instant now) {
    heartbeatAt = now;
    heartbeatExpected = true;
    state = State.ALIVE;
    failure = null;
    failingSince = null;
    misses = 0;
  }

  void missed(String why, Instant now, int mostMisses) {
    misses++;
    failure = why.length() > 2000 ? why.substring(0, 2000) : why;
    failingSince = failingSince == null ? now : failingSince;
    if (misses >= mostMisses) {
      state = State.SILENT;
    }
  }

  void silent(String why, Instant now) {
    state = State.SILENT;
    failure = why;
    failingSince = failingSince == null ? now : failingSince;
  }

  void lease(Instant until) {
    leaseUntil = until;
  }

  boolean leaseFree(Instant now) {
    return leaseUntil == null || leaseUntil.isBefore(now);
  }

  void dueAgain(Instant at) {
    dueAt = at;
    leaseUntil = null;
  }

  void firing(int count) {
    firing = count;
  }

  /** Whether a missing repeat means that a condition ended, rather than that the source died. */
  public boolean knownAlive(Instant now, Duration heartbeatLost) {
    return heartbeatAt != null && heartbeatAt.plus(heartbeatLost).isAfter(now);
  }

  /** Whether it gave a sign of life at or after that moment. */
  public boolean livedAt(Instant moment) {
    return heartbeatAt != null && !heartbeatAt.isBefore(moment);
  }

  public boolean heartbeatLost(Instant now, Duration limit) {
    return heartbeatExpected && !knownAlive(now, limit);
  }

  public Long sourceId() {
    return sourceId;
  }

  public State state() {
    return state;
  }

  /** Null until something came. */
  public Instant firstReceivedAt() {
    return firstReceivedAt;
  }

  public Instant lastReceivedAt() {
    return lastReceivedAt;
  }

  public Instant lastSignalAt() {
    return lastSignalAt;
  }

  /** False: its liveness is unknown, since it only pushes and sends no dead man's switch. */
  public boolean heartbeatExpected() {
    return heartbeatExpected;
  }

  /** Why it is not alive; null when it is. */
  public String failure() {
    return failure;
  }

  public Instant failingSince() {
    return failingSince;
  }

  public int firing() {
    return firing;
  }
}

package org.dashdot.imperfection;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.time.Duration;
import java.time.Instant;
import org.dashdot.signal.Fingerprint;
import org.dashdot.signal.Labels;
import org.dashdot.signal.LabelsText;
import org.dashdot.signal.Severity;
import org.dashdot.signal.Signal;

/**
 * A condition that a source reports, one row per fingerprint for ever: opened, seen again, cleared,
 * opened anew. It carries no version: repeats must never clash with a person's edit of its ticket;
 * who changes more than the count has locked it.
 */
@Entity
public class Imperfection {

  /** Whether the condition holds. */
  public enum State {
    OPEN,
    CLEARED,
    /** It should have been repeated, but its source is not known to be alive: nobody can tell. */
    UNCONFIRMED
  }

  private static final int LONGEST_ADDRESS = 4000;

  @Id
  @SequenceGenerator(
      name = "imperfection_seq",
      sequenceName = "imperfection_seq",
      allocationSize = 50)
  @GeneratedValue(generator = "imperfection_seq")
  private Long id;

  private String fingerprint;

  @Column(name = "source_id")
  private Long sourceId;

  private String name;

  @Convert(converter = LabelsText.class)
  private Labels labels;

  @Convert(converter = LabelsText.class)
  private Labels annotations;

  @Enumerated(EnumType.STRING)
  private Severity severity;

  @Enumerated(EnumType.STRING)
  private State state;

  @Column(name = "starts_at")
  private Instant startsAt;

  @Column(name = "last_seen_at")
  private Instant lastSeenAt;

  @Column(name = "cleared_at")
  private Instant clearedAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "muted_until")
  private Instant mutedUntil;

  /** The end that its source told last; null when it never did. */
  @Column(name = "told_end")
  private Instant toldEnd;

  private long times;

  @Column(name = "generator_url")
  private String generatorUrl;

  /** The group that its source put it into; null when it did not. */
  @Column(name = "given_group")
  private String givenGroup;

  /** What its source said last, as a hash: who says the same again has no news. */
  @Column(name = "said_hash")
  private String saidHash;

  protected Imperfection() {}

  /** A condition that is seen for the first time. */
  public Imperfection(
      Fingerprint fingerprint, Long sourceId, Signal signal, Instant now, Instant expiresAt) {
    this.fingerprint = fingerprint.value();
    this.sourceId = sourceId;
    this.labels = signal.labels();
    this.name = shortened(signal.labels().name().isEmpty() ? "unnamed" : signal.labels().name());
    this.severity = signal.severity();
    begin(signal, now, expiresAt);
  }

  private void begin(Signal signal, Instant now, Instant expiresAt) {
    this.state = State.OPEN;
    this.startsAt = signal.startsAt() == null ? now : earlier(signal.startsAt(), now);
    this.severity = signal.severity();
    this.clearedAt = null;
    this.times++;
    describe(signal, now, expiresAt);
  }

  private void describe(Signal signal, Instant now, Instant expiresAt) {
    this.annotations = signal.annotations();
    this.generatorUrl = usable(signal.generatorUrl());
    this.givenGroup = signal.groupKey();
    this.saidHash = Repeat.hash(signal);
    this.lastSeenAt = now;
    this.expiresAt = expiresAt;
  }

  /** Whether this firing signal only repeats what is known; such a repeat costs no row. */
  public boolean repeats(Signal signal) {
    return state == State.OPEN
        && severity.worse(signal.severity()) == severity
        && (signal.startsAt() == null || !signal.startsAt().isBefore(startsAt))
        && annotations.equals(signal.annotations());
  }

  /** Takes a firing signal in; returns whether the condition began (again) with it. */
  public boolean fires(Signal signal, Long source, Instant now, Instant expiresAt) {
    this.sourceId = source;
    if (state == State.OPEN) {
      severity = severity.worse(signal.severity());
      startsAt = signal.startsAt() == null ? startsAt : earlier(startsAt, signal.startsAt());
      times++;
      describe(signal, now, expiresAt);
      return false;
    }
    boolean again = state == State.CLEARED;
    begin(signal, again ? now : lastSeenAt, expiresAt);
    lastSeenAt = now;
    return true;
  }

  /**
   * Whether a resolved signal is about an earlier time that it held, as late repeats are:
   * Prometheus says for a quarter hour what is over, while its twin may have seen it begin again.
   */
  public boolean outdates(Signal resolved) {
    Instant end = resolved.endsAt();
    return end != null
        && (toldEnd != null && !end.isAfter(toldEnd)
            || resolved.startsAt() != null
                && resolved.startsAt().isBefore(startsAt)
                && end.isBefore(startsAt));
  }

  /** Ends the condition as its source says it did; returns false when it had ended already. */
  public boolean clears(Signal resolved, Instant now) {
    toldEnd = resolved.endsAt() == null ? toldEnd : resolved.endsAt();
    return clears(resolved.endsAt() == null ? now : resolved.endsAt());
  }

  /** Ends the condition; returns false when it had ended already. */
  public boolean clears(Instant at) {
    if (state == State.CLEARED) {
      return false;
    }
    state = State.CLEARED;
    clearedAt = at;
    mutedUntil = null;
    return true;
  }

  /** Its source is silent: it may or may not hold. */
  public void doubt() {
    state = State.UNCONFIRMED;
  }

  /** Called not a real problem: no ticket until it clears, or until then; null ends that. */
  public void mute(Instant until) {
    mutedUntil = until;
  }

  /** Whether it burns on although nobody wanted to hear of it for a while that is over; once. */
  public boolean muteEnds(Instant now) {
    boolean ends = state == State.OPEN && mutedUntil != null && !muted(now);
    if (ends) {
      mutedUntil = null;
    }
    return ends;
  }

  public boolean muted(Instant now) {
    return mutedUntil != null && now.isBefore(mutedUntil);
  }

  /**
   * Whoever sends a condition that expires repeats it at least twice before it does: by this moment
   * it should have come again. Null when it never expires.
   */
  public Instant repeatDue() {
    return expiresAt == null
        ? null
        : lastSeenAt.plus(Duration.between(lastSeenAt, expiresAt).dividedBy(2));
  }

  /** Whether it should have been repeated by now. */
  boolean expired(Instant now) {
    return expiresAt != null && expiresAt.isBefore(now);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  /** Half an address leads nowhere. */
  private static String usable(String address) {
    return address == null || address.length() > LONGEST_ADDRESS ? null : address;
  }

  private static String shortened(String text) {
    return text.length() > 500 ? text.substring(0, 500) : text;
  }

  public Long id() {
    return id;
  }

  public String fingerprint() {
    return fingerprint;
  }

  public Long sourceId() {
    return sourceId;
  }

  public String name() {
    return name;
  }

  public Labels labels() {
    return labels;
  }

  public Labels annotations() {
    return annotations;
  }

  public Severity severity() {
    return severity;
  }

  public State state() {
    return state;
  }

  /** Still burning, or nobody can tell. */
  public boolean burning() {
    return state != State.CLEARED;
  }

  public Instant startsAt() {
    return startsAt;
  }

  public Instant lastSeenAt() {
    return lastSeenAt;
  }

  /** Null while it holds. */
  public Instant clearedAt() {
    return clearedAt;
  }

  /** When it ends unless it is repeated; null when it never does by itself. */
  public Instant expiresAt() {
    return expiresAt;
  }

  public long times() {
    return times;
  }

  /** The group that its source put it into; null when it did not. */
  public String givenGroup() {
    return givenGroup;
  }

  /** The source's own page about it; may be null. */
  public String generatorUrl() {
    return generatorUrl;
  }
}

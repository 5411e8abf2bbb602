package org.dashdot.notification;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.dashdot.access.Person;
import org.dashdot.ticket.Ticket;

/** One message to one person over one channel; its row is written with what it tells of. */
@Entity
public class Notification extends Addressed {

  /** How long a failure of a message that was withdrawn speaks for its channel. */
  private static final Duration REMEMBERED = Duration.ofHours(1);

  /** Where it is on its way. */
  public enum State {
    WAITING,
    /** Committed before the network is called: found after a crash, its outcome is unknown. */
    SENDING,
    /** Its server took it; whether it arrived is the receipt's word where the channel has any. */
    SENT,
    /** No longer true before it left. */
    WITHDRAWN,
    FAILED
  }

  @Id
  @SequenceGenerator(
      name = "notification_seq",
      sequenceName = "notification_seq",
      allocationSize = 50)
  @GeneratedValue(generator = "notification_seq")
  private Long id;

  @Column(name = "list_key")
  private String listKey;

  @Enumerated(EnumType.STRING)
  private State state;

  @Column(name = "due_at")
  private Instant dueAt;

  private int attempts;

  @Column(name = "sending_since")
  private Instant sendingSince;

  @Column(name = "sent_at")
  private Instant sentAt;

  @Column(name = "last_error")
  private String lastError;

  @Column(name = "no_longer_true")
  private boolean noLongerTrue;

  protected Notification() {}

  /**
   * @param ticket null when it only tries a contact
   * @param listKey it leaves together with all of this key that are due to its address over its
   *     channel; null: it leaves alone
   */
  Notification(
      Ticket ticket,
      Person person,
      Way way,
      String step,
      Text text,
      String listKey,
      Instant now,
      Instant due) {
    super(ticket, person, way, step, text, now);
    this.listKey = listKey;
    this.state = State.WAITING;
    this.dueAt = due;
  }

  /** The same message by another way, since this one fails. */
  Notification instead(Way way, String step, Instant now) {
    Text text = new Text(reason(), subject(), body());
    String list = listKey == null ? null : "instead-" + listKey;
    Notification other = new Notification(ticket(), person(), way, step, text, list, now, now);
    other.standsIn(this, id);
    return other;
  }

  /** What it says and why it is sent. */
  public record Text(String reason, String subject, String body) {}

  /**
   * @param key by what a receipt will name this attempt
   */
  void sending(Instant now, String key) {
    state = State.SENDING;
    sendingSince = now;
    attempts++;
    expectReceipts(key);
  }

  /** Whether its sending began before then and was never ended. */
  boolean interrupted(Instant before) {
    return state == State.SENDING && sendingSince.isBefore(before);
  }

  /**
   * Whether it is in this attempt still: on its way, or taken for interrupted since the attempt
   * took so long.
   */
  boolean inAttempt(String key) {
    return (state == State.SENDING || state == State.WAITING) && key.equals(receiptKey());
  }

  /**
   * Whether this attempt says that nothing leaves; empty: it says nothing of its channel.
   *
   * @param most after so many attempts one gives up
   */
  Optional<Boolean> channelFails(int most, Instant now) {
    return switch (state) {
      case SENT -> Optional.of(false);
      case WAITING, SENDING -> lastError == null ? Optional.empty() : Optional.of(true);
      // Given up early means that no other try could help: a wrong address, for example.
      case FAILED -> attempts >= most ? Optional.of(true) : Optional.empty();
      // Nobody tries it again: for a while the last that was known of its channel still counts.
      case WITHDRAWN ->
          lastError != null && sendingSince.plus(REMEMBERED).isAfter(now)
              ? Optional.of(true)
              : Optional.empty();
    };
  }

  /**
   * Whether its receiver is known to have it, of a message with receipts that left.
   *
   * @param since what left before then should have had its receipt
   * @return empty when it says nothing: it has not left, or its receipt may still come
   */
  Optional<Boolean> arrived(Instant since) {
    if (receipt() != null && receipt().last()) {
      return Optional.of(receipt() == Receipt.DELIVERED);
    }
    return state == State.SENT && sentAt.isBefore(since) ? Optional.of(false) : Optional.empty();
  }

  /** It may not leave yet. */
  void putOff(Instant at) {
    dueAt = at;
  }

  /** It leaves together with all of this key, not before then. */
  void gather(String list, Instant due) {
    listKey = list;
    dueAt = due;
  }

  /**
   * Its server took it, or may have.
   *
   * @param receiptUntil when a receipt must be there; null when there will be none
   */
  void sent(Instant now, Instant receiptUntil) {
    state = State.SENT;
    sentAt = now;
    dueAt = null;
    lastError = null;
    awaitReceipt(noLongerTrue ? null : receiptUntil, receiptUntil != null);
  }

  /** Nothing is said any more of what is no longer true. */
  void retry(String error, Instant at) {
    lastError = shortened(error);
    if (noLongerTrue) {
      withdraw();
    } else {
      state = State.WAITING;
      dueAt = at;
    }
  }

  void failed(String error) {
    state = State.FAILED;
    lastError = shortened(error);
    dueAt = null;
    awaitNothing();
  }

  void withdraw() {
    state = State.WITHDRAWN;
    dueAt = null;
    awaitNothing();
  }

  /** What it says holds no longer: it does not leave, and nobody waits for its receipt. */
  void over() {
    noLongerTrue = true;
    forgetNextPerson();
    if (state == State.WAITING) {
      withdraw();
    } else if (state == State.SENT) {
      awaitReceipt(null, awaitsReceipt());
    }
  }

  /** Whether the person has it, as far as anybody can know. */
  boolean reached() {
    return state == State.SENT && (!awaitsReceipt() || receipt() == Receipt.DELIVERED);
  }

  /** Whether it may still reach the person. */
  boolean alive() {
    return state == State.WAITING || state == State.SENDING || state == State.SENT;
  }

  /** What was withdrawn is true once more before anybody was told; whatever left stays as it is. */
  void trueAgain(Text text, Way way, Instant due) {
    if (state == State.WITHDRAWN) {
      state = State.WAITING;
      noLongerTrue = false;
      say(text, way.address());
      attempts = 0;
      lastError = null;
      dueAt = due;
    }
  }

  private static String shortened(String text) {
    return text.length() > 2000 ? text.substring(0, 2000) : text;
  }

  public Long id() {
    return id;
  }

  /** Null when it leaves alone. */
  public String listKey() {
    return listKey;
  }

  public State state() {
    return state;
  }

  boolean noLongerTrue() {
    return noLongerTrue;
  }

  Instant sendingSince() {
    return sendingSince;
  }

  /** When it may leave; null once it left or will not. */
  Instant dueAt() {
    return dueAt;
  }

  public int attempts() {
    return attempts;
  }

  /** Null until it left. */
  public Instant sentAt() {
    return sentAt;
  }

  /** Why the last attempt failed; null when it did not. */
  public String lastError() {
    return lastError;
  }
}

package org.dashdot.notification;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.dashdot.access.Person;
import org.dashdot.ticket.Ticket;

/** One message to one person over one channel; its row is written with what it tells of. */
@Entity
public class Notification {

  /** Where it is on its way. */
  public enum State {
    WAITING,
    /** Committed before the network is called: found after a crash, its outcome is unknown. */
    SENDING,
    SENT,
    /** No longer true before it left. */
    WITHDRAWN,
    FAILED
  }

  private static final Duration LONGEST_ATTEMPT = Duration.ofMinutes(2);

  @Id
  @SequenceGenerator(
      name = "notification_seq",
      sequenceName = "notification_seq",
      allocationSize = 50)
  @GeneratedValue(generator = "notification_seq")
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "ticket_id")
  private Ticket ticket;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "person_id")
  private Person person;

  private String channel;
  private String step;

  @Column(name = "list_key")
  private String listKey;

  @Enumerated(EnumType.STRING)
  private State state;

  private String reason;
  private String subject;
  private String body;

  @Column(name = "message_id")
  private String messageId;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "due_at")
  private Instant dueAt;

  private int attempts;

  @Column(name = "sending_since")
  private Instant sendingSince;

  @Column(name = "sent_at")
  private Instant sentAt;

  @Column(name = "last_error")
  private String lastError;

  protected Notification() {}

  /**
   * @param listKey it leaves together with all of this key that are due to its person over its
   *     channel; null: it leaves alone
   */
  Notification(
      Ticket ticket,
      Person person,
      String channel,
      String step,
      Text text,
      String listKey,
      Instant now,
      Instant due) {
    this.ticket = ticket;
    this.person = person;
    this.channel = channel;
    this.step = step;
    this.listKey = listKey;
    this.state = State.WAITING;
    this.reason = text.reason();
    this.subject = text.subject();
    this.body = text.body();
    this.messageId = ticket.number() + "." + step + "." + person.id() + "." + now.toEpochMilli();
    this.createdAt = now;
    this.dueAt = due;
  }

  /** What it says and why it is sent. */
  public record Text(String reason, String subject, String body) {}

  void sending(Instant now) {
    state = State.SENDING;
    sendingSince = now;
    attempts++;
  }

  /** Whether its sending began before then and was never ended. */
  boolean interrupted(Instant before) {
    return state == State.SENDING && sendingSince.isBefore(before);
  }

  /** Whether this attempt says that nothing leaves; empty: it says nothing of its channel. */
  Optional<Boolean> channelFails(Duration giveUp) {
    return switch (state) {
      case SENT -> Optional.of(false);
      case WAITING, SENDING -> lastError == null ? Optional.empty() : Optional.of(true);
      // Given up early means that no other try could help: a wrong address, for example.
      case FAILED ->
          createdAt.plus(giveUp).isBefore(sendingSince.plus(LONGEST_ATTEMPT))
              ? Optional.of(true)
              : Optional.empty();
      case WITHDRAWN -> Optional.empty();
    };
  }

  /** It leaves together with all of this key, not before then. */
  void gather(String list, Instant due) {
    listKey = list;
    dueAt = due;
  }

  void sent(Instant now) {
    state = State.SENT;
    sentAt = now;
    dueAt = null;
    lastError = null;
  }

  void retry(String error, Instant at) {
    state = State.WAITING;
    lastError = shortened(error);
    dueAt = at;
  }

  void failed(String error) {
    state = State.FAILED;
    lastError = shortened(error);
    dueAt = null;
  }

  void withdraw() {
    state = State.WITHDRAWN;
    dueAt = null;
  }

  /** What was withdrawn is true once more before anybody was told; whatever left stays as it is. */
  void trueAgain(Text text, Instant due) {
    if (state == State.WITHDRAWN) {
      state = State.WAITING;
      reason = text.reason();
      subject = text.subject();
      body = text.body();
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

  public Ticket ticket() {
    return ticket;
  }

  public Person person() {
    return person;
  }

  public String channel() {
    return channel;
  }

  public String step() {
    return step;
  }

  /** Null when it leaves alone. */
  public String listKey() {
    return listKey;
  }

  public State state() {
    return state;
  }

  public String reason() {
    return reason;
  }

  public String subject() {
    return subject;
  }

  public String body() {
    return body;
  }

  public String messageId() {
    return messageId;
  }

  public Instant createdAt() {
    return createdAt;
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

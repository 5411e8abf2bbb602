package org.dashdot.notification;

import jakarta.persistence.Column;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import org.dashdot.access.Person;
import org.dashdot.ticket.Ticket;

/** What a message says, to whom, by which way and why. */
@MappedSuperclass
abstract class Addressed extends Receipted {

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "ticket_id")
  private Ticket ticket;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "person_id")
  private Person person;

  private String channel;
  private String step;

  /** Null of what was written before channels had addresses. */
  private String address;

  /** The step that it is told for; another address over the same channel has a step of its own. */
  private String occasion;

  /** The message whose failure this one makes good; null for none. */
  @Column(name = "instead_of")
  private Long insteadOf;

  private String reason;
  private String subject;
  private String body;

  @Column(name = "message_id")
  private String messageId;

  @Column(name = "created_at")
  private Instant createdAt;

  Addressed() {}

  Addressed(
      Ticket ticket, Person person, Way way, String step, Notification.Text text, Instant now) {
    this.ticket = ticket;
    this.person = person;
    this.channel = way.channel();
    this.step = step;
    this.occasion = step;
    String about = ticket == null ? "trial" : ticket.number().toString();
    this.messageId = about + "." + step + "." + person.id() + "." + now.toEpochMilli();
    this.createdAt = now;
    say(text, way.address());
  }

  void say(Notification.Text text, String address) {
    this.address = address;
    this.reason = text.reason();
    this.subject = text.subject();
    this.body = text.body();
  }

  /** It makes good what fails. */
  void standsIn(Addressed other, Long id) {
    occasion = other.occasion;
    insteadOf = id;
  }

  /** What nobody needs to read again, since it was a secret. */
  void forgetBody() {
    body = "";
  }

  /** Null when it only tries a contact. */
  public Ticket ticket() {
    return ticket;
  }

  public Person person() {
    return person;
  }

  public String channel() {
    return channel;
  }

  String address() {
    return address;
  }

  public String step() {
    return step;
  }

  String occasion() {
    return occasion;
  }

  Long insteadOf() {
    return insteadOf;
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
}

package org.dashdot.notification;

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
import org.dashdot.ticket.Ticket;

/** A link in a message by which its receiver may take one ticket, once and not for long. */
@Entity
@Table(name = "take_link")
public class TakeLink {

  @Id
  @SequenceGenerator(name = "take_link_seq", sequenceName = "take_link_seq", allocationSize = 50)
  @GeneratedValue(generator = "take_link_seq")
  private Long id;

  private String hash;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "ticket_id")
  private Ticket ticket;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "person_id")
  private Person person;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "used_at")
  private Instant usedAt;

  protected TakeLink() {}

  TakeLink(String hash, Ticket ticket, Person person, Instant expiresAt) {
    this.hash = hash;
    this.ticket = ticket;
    this.person = person;
    this.expiresAt = expiresAt;
  }

  boolean usable(long asked, Instant now) {
    return ticket.id() == asked && usedAt == null && now.isBefore(expiresAt) && person.active();
  }

  void use(Instant now) {
    usedAt = now;
  }

  Person person() {
    return person;
  }
}

package org.dashdot.ticket;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** That a person has a ticket's page open. */
@Entity
@Table(name = "ticket_presence")
public class TicketHere {

  /** What the page calls itself. */
  @Id private String page;

  @Column(name = "ticket_id")
  private Long ticketId;

  @Column(name = "person_id")
  private Long personId;

  @Column(name = "seen_at")
  private Instant seenAt;

  private boolean writing;

  protected TicketHere() {}

  TicketHere(String page, Long ticketId, Long personId) {
    this.page = page;
    this.ticketId = ticketId;
    this.personId = personId;
  }

  void seen(boolean writing, Instant at) {
    this.writing = writing;
    this.seenAt = at;
  }

  boolean of(Long ticketId, Long personId) {
    return this.ticketId.equals(ticketId) && this.personId.equals(personId);
  }
}

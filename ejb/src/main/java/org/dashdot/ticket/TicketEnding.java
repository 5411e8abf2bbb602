package org.dashdot.ticket;

import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.MappedSuperclass;

/** What is known of a ticket's end: why it burned, what was done, and which way it went. */
@MappedSuperclass
public abstract class TicketEnding extends TicketOrigin {

  @Enumerated(EnumType.STRING)
  private Outcome outcome;

  private String cause;
  private String response;

  @Column(name = "merged_into")
  private Long mergedInto;

  protected TicketEnding() {}

  TicketEnding(Ticket.Opening opening) {
    super(opening);
  }

  void said(String cause, String response) {
    this.cause = cause;
    this.response = response;
  }

  void ended(Outcome outcome) {
    this.outcome = outcome;
  }

  void merged(Long survivor) {
    this.mergedInto = survivor;
  }

  /** Null while it is not resolved. */
  public Outcome outcome() {
    return outcome;
  }

  /** Null while nobody has said it. */
  public String cause() {
    return cause;
  }

  /** Null while nobody has said it. */
  public String response() {
    return response;
  }

  /** The number of the ticket that carries on; null when none does. */
  public Long mergedInto() {
    return mergedInto;
  }
}

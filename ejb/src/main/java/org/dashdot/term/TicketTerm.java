package org.dashdot.term;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** A word by which a ticket is found. Rows are written by {@link TermIndex} only, never changed. */
@Entity
@Table(name = "ticket_term")
@IdClass(TicketTerm.Key.class)
public class TicketTerm {

  @Id private String term;

  @Id
  @Column(name = "ticket_id")
  private Long ticketId;

  protected TicketTerm() {}

  /** Word and ticket. */
  public static class Key implements Serializable {

    private static final long serialVersionUID = 1L;

    private String term;
    private Long ticketId;

    protected Key() {}

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && key.term.equals(term) && key.ticketId.equals(ticketId);
    }

    @Override
    public int hashCode() {
      return 31 * term.hashCode() + ticketId.hashCode();
    }
  }
}

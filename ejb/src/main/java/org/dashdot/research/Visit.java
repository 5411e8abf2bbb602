package org.dashdot.research;

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
import java.time.Instant;
import org.dashdot.access.Person;

/** That a person looked at a question, and what followed. */
@Entity
public class Visit {

  @Id
  @SequenceGenerator(name = "visit_seq", sequenceName = "visit_seq", allocationSize = 1)
  @GeneratedValue(generator = "visit_seq")
  private Long id;

  @Column(name = "ticket_id")
  private Long ticketId;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "person_id")
  private Person person;

  @Enumerated(EnumType.STRING)
  private Question question;

  @Enumerated(EnumType.STRING)
  private Found answer;

  private String note;

  @Column(name = "at")
  private Instant at;

  protected Visit() {}

  Visit(Long ticketId, Person person, Question question, Found answer, String note, Instant at) {
    this.ticketId = ticketId;
    this.person = person;
    this.question = question;
    this.answer = answer;
    this.note = note;
    this.at = at;
  }

  Question question() {
    return question;
  }

  Found answer() {
    return answer;
  }

  String note() {
    return note;
  }

  Instant at() {
    return at;
  }

  Person person() {
    return person;
  }
}

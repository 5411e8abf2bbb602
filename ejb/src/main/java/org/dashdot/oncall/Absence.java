package org.dashdot.oncall;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;
import org.dashdot.access.Person;

/** Somebody is away, in every rotation; whoever comes next takes those turns. */
@Entity
public class Absence {

  @Id
  @SequenceGenerator(name = "absence_seq", sequenceName = "absence_seq", allocationSize = 1)
  @GeneratedValue(generator = "absence_seq")
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "person_id")
  private Person person;

  @Column(name = "starts_at")
  private Instant startsAt;

  @Column(name = "ends_at")
  private Instant endsAt;

  private String reason;
  private String author;

  protected Absence() {}

  Absence(Person person, Stretch when, String reason, String author) {
    this.person = person;
    this.startsAt = when.from();
    this.endsAt = when.until();
    this.reason = reason;
    this.author = author;
  }

  Plan.Away plan() {
    return new Plan.Away(person.id(), when());
  }

  public Long id() {
    return id;
  }

  public Person person() {
    return person;
  }

  public Stretch when() {
    return new Stretch(startsAt, endsAt);
  }

  /** May be null. */
  public String reason() {
    return reason;
  }

  public String author() {
    return author;
  }
}

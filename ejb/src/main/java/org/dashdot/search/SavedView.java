package org.dashdot.search;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** A list of tickets that somebody wants to see again, under a name of theirs. */
@Entity
@Table(name = "saved_view")
public class SavedView {

  @Id
  @SequenceGenerator(name = "saved_view_seq", sequenceName = "saved_view_seq", allocationSize = 1)
  @GeneratedValue(generator = "saved_view_seq")
  private Long id;

  @Column(name = "person_id")
  private Long personId;

  private String name;

  private String query;

  @Column(name = "saved_at")
  private Instant savedAt;

  protected SavedView() {}

  SavedView(Long personId, String name) {
    this.personId = personId;
    this.name = name;
  }

  void keep(String query, Instant at) {
    this.query = query;
    this.savedAt = at;
  }

  Long id() {
    return id;
  }

  Long personId() {
    return personId;
  }

  String name() {
    return name;
  }

  String query() {
    return query;
  }

  Instant savedAt() {
    return savedAt;
  }
}

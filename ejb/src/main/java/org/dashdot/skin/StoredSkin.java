package org.dashdot.skin;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A skin that somebody uploaded, as it was understood. */
@Entity
@Table(name = "skin")
public class StoredSkin {

  @Id private String name;

  private String document;

  /** Who uploaded it. */
  private String author;

  @Column(name = "uploaded_at")
  private Instant uploadedAt;

  protected StoredSkin() {}

  StoredSkin(String name) {
    this.name = name;
  }

  void put(String document, String author, Instant at) {
    this.document = document;
    this.author = author;
    this.uploadedAt = at;
  }

  String document() {
    return document;
  }
}

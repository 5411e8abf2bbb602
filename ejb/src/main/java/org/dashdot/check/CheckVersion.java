package org.dashdot.check;

import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.io.StringReader;
import java.time.Instant;
import org.dashdot.shared.Jsons;

/**
 * What a check was from some moment on; never changed. The newest version of a name is in force.
 */
@Entity
@Table(name = "check_version")
public class CheckVersion {

  @Id
  @SequenceGenerator(
      name = "check_version_seq",
      sequenceName = "check_version_seq",
      allocationSize = 1)
  @GeneratedValue(generator = "check_version_seq")
  private Long id;

  private String name;
  private int number;
  private String document;
  private boolean enabled;
  private boolean shipped;
  private String author;

  @Column(name = "created_at")
  private Instant createdAt;

  protected CheckVersion() {}

  CheckVersion(
      String name,
      int number,
      String document,
      boolean enabled,
      boolean shipped,
      String author,
      Instant createdAt) {
    this.name = name;
    this.number = number;
    this.document = document;
    this.enabled = enabled;
    this.shipped = shipped;
    this.author = author;
    this.createdAt = createdAt;
  }

  public Long id() {
    return id;
  }

  public String name() {
    return name;
  }

  /** 1 for the first of its name. */
  public int number() {
    return number;
  }

  /** The check as it was written. */
  public JsonObject document() {
    try (JsonReader reader = Jsons.JSON.createReader(new StringReader(document))) {
      return reader.readObject();
    }
  }

  public Check check() {
    return CheckText.read(document());
  }

  public boolean enabled() {
    return enabled;
  }

  /** Whether it came with the product, so that a newer product may replace it. */
  public boolean shipped() {
    return shipped;
  }

  public String author() {
    return author;
  }

  public Instant createdAt() {
    return createdAt;
  }
}

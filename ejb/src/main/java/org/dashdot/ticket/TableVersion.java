package org.dashdot.ticket;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** A decision table as an engineer saved it; never changed. */
@Entity
@Table(name = "decision_table_version")
public class TableVersion {

  @Id
  @SequenceGenerator(
      name = "decision_table_version_seq",
      sequenceName = "decision_table_version_seq",
      allocationSize = 1)
  @GeneratedValue(generator = "decision_table_version_seq")
  private Long id;

  @Column(name = "table_key")
  private String tableKey;

  private int number;
  private String document;
  private String remark;
  private String author;

  @Column(name = "created_at")
  private Instant createdAt;

  protected TableVersion() {}

  TableVersion(
      String tableKey, int number, String document, String remark, String author, Instant now) {
    this.tableKey = tableKey;
    this.number = number;
    this.document = document;
    this.remark = remark;
    this.author = author;
    this.createdAt = now;
  }

  /** 1 for the first that was saved; 0 stands for what comes with the product. */
  public int number() {
    return number;
  }

  /** DMN 1.3. */
  public String document() {
    return document;
  }

  /** Why it was changed. */
  public String remark() {
    return remark;
  }

  public String author() {
    return author;
  }

  public Instant createdAt() {
    return createdAt;
  }
}

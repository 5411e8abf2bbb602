package org.dashdot.ticket;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * Which version of a table is in force; without a row it is the one that comes with the product.
 */
@Entity
@Table(name = "decision_table_active")
public class ActiveTable {

  @Id
  @Column(name = "table_key")
  private String tableKey;

  private int number;
  private String author;
  private Instant since;

  protected ActiveTable() {}

  ActiveTable(String tableKey) {
    this.tableKey = tableKey;
  }

  void use(int number, String author, Instant now) {
    this.number = number;
    this.author = author;
    this.since = now;
  }

  int number() {
    return number;
  }
}

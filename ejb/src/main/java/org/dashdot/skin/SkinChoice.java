package org.dashdot.skin;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** The skin in use; its stamp is another one after each change. */
@Entity
@Table(name = "skin_choice")
public class SkinChoice {

  static final int ONLY = 1;

  @Id private Integer id;

  private String name;
  private String stamp;

  protected SkinChoice() {}

  void choose(String skin) {
    this.name = skin;
    this.stamp = UUID.randomUUID().toString();
  }

  String name() {
    return name;
  }

  String stamp() {
    return stamp;
  }
}

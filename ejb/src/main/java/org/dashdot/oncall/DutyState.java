package org.dashdot.oncall;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Another word at every change of who is on duty when. */
@Entity
@Table(name = "duty_state")
public class DutyState {

  static final int ONLY = 1;

  @Id private int id;
  private String stamp;

  protected DutyState() {}

  void stamp(String stamp) {
    this.stamp = stamp;
  }

  public String stamp() {
    return stamp;
  }
}

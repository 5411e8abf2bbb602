package org.dashdot.ticket;

import java.util.Arrays;
import java.util.Locale;

/** How soon we act. */
public enum Priority {
  P1,
  P2,
  P3,
  P4;

  /** P1 and P2 are high: a person must acknowledge. */
  public boolean high() {
    return this == P1 || this == P2;
  }

  public boolean moreUrgentThan(Priority other) {
    return compareTo(other) < 0;
  }

  /** The name of this priority's setting, for example {@code p1.stable}. */
  /** Whether there is a priority of this name. */
  static boolean named(String name) {
    return Arrays.stream(values()).anyMatch(priority -> priority.name().equals(name));
  }

  public String setting(String name) {
    return name().toLowerCase(Locale.ROOT) + "." + name;
  }
}

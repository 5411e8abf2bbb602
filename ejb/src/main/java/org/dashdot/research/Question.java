package org.dashdot.research;

import java.util.Locale;

/** The four kinds of cause. */
public enum Question {
  CHANGE,
  LOAD,
  MATERIAL,
  COMMUNICATIONS;

  /** As in addresses. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

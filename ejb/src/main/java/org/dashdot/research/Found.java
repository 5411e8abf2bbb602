package org.dashdot.research;

import java.util.Locale;

/** What a person found who looked at a question. */
public enum Found {
  YES,
  NO,
  UNCLEAR;

  /** As in a sentence. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

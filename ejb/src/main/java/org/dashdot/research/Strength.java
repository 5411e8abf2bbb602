package org.dashdot.research;

import java.util.Locale;

/** How much speaks for a kind of cause. */
public enum Strength {
  STRONG,
  WEAK,
  /** It was looked for, and nothing was found. */
  NONE,
  /** Nobody could have told. */
  UNKNOWN;

  /** As in a sentence. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

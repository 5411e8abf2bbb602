package org.dashdot.signal;

import java.util.Locale;

/** How bad the source says it is, mildest first. */
public enum Severity {
  NONE,
  INFO,
  WARNING,
  CRITICAL;

  /** Understands the words that the field uses; anything unknown or absent is {@link #NONE}. */
  public static Severity of(String word) {
    if (word == null) {
      return NONE;
    }
    return switch (word.trim().toLowerCase(Locale.ROOT)) {
      case "critical", "crit", "page", "emergency", "emerg", "fatal", "disaster", "alert", "high" ->
          CRITICAL;
      case "warning", "warn", "error", "err", "average", "major", "minor" -> WARNING;
      case "info", "information", "informational", "notice", "low", "debug" -> INFO;
      default -> NONE;
    };
  }

  public Severity worse(Severity other) {
    return compareTo(other) >= 0 ? this : other;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

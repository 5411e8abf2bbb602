package org.dashdot.topology;

import java.util.Locale;

/**
 * A thing that can burn or be missed.
 *
 * @param name as labels and inventories call it, without a port
 */
public record Node(Kind kind, String name) {

  /** What it is. */
  public enum Kind {
    HOST,
    SERVICE,
    DEVICE;

    /** As in a sentence. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}

package org.dashdot.topology;

import java.util.Locale;

/** The three arcs of the ring: what people use, what it runs on, and what that is made of. */
public enum Tier {
  APPLICATION,
  SYSTEM,
  HARDWARE;

  /** As in labels and addresses. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Which arc things of a kind lie on. */
  static Tier of(Node.Kind kind) {
    return switch (kind) {
      case SERVICE -> APPLICATION;
      case HOST -> SYSTEM;
      case DEVICE -> HARDWARE;
    };
  }
}

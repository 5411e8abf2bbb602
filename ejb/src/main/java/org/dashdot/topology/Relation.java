package org.dashdot.topology;

/** How one thing rests on another. */
public enum Relation {
  /** A service on a host; on one of several is enough. */
  RUNS_ON("runs on"),
  /** A host or device to a device; to one of several is enough. */
  CONNECTED_TO("connected to"),
  /** A service or host on anything; each is needed. */
  DEPENDS_ON("depends on");

  private final String words;

  Relation(String words) {
    this.words = words;
  }

  /** As in a sentence and in an imported table. */
  public String words() {
    return words;
  }
}

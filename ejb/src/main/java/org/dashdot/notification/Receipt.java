package org.dashdot.notification;

/** What a gateway says of a message that it took. */
public enum Receipt {
  ACCEPTED(false),
  QUEUED(false),
  DELIVERED(true),
  FAILED(true),
  REJECTED(true);

  private final boolean last;

  Receipt(boolean last) {
    this.last = last;
  }

  /** Whether nothing else can follow. */
  boolean last() {
    return last;
  }
}

package org.dashdot.signal;

import java.time.Instant;

/** States of sources, for tests of other rooms. */
public final class SourceStates {

  private SourceStates() {}

  /** A source that pushes and whose last sign of life came then; null: none ever. */
  public static SourceState pushing(Instant lastHeartbeat) {
    SourceState state = new SourceState(1L, Instant.EPOCH);
    state.received(Instant.EPOCH, true);
    if (lastHeartbeat != null) {
      state.alive(lastHeartbeat);
    }
    return state;
  }

  public static Source pushingSource(String name) {
    return new Source(name, name, null, Instant.EPOCH);
  }
}

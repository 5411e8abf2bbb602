package org.dashdot.signal;

import java.time.Duration;
import java.util.List;

/** A system that is asked rather than told. Called outside any transaction. */
public interface SignalSource {

  /**
   * Everything that fires now; what is absent has cleared.
   *
   * @param url where to ask; null for a built-in source
   * @param limit how long it may take in all
   * @throws SourceUnreachable when it cannot be known
   */
  List<Signal> poll(String url, Duration limit);
}

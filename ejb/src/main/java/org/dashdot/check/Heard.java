package org.dashdot.check;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * When a source and each of its hosts spoke last, by our own clock, and since when the source has
 * spoken without a gap: what is not said by whoever says nothing at all means nothing.
 */
final class Heard {

  /** Who says nothing for so long is silent. */
  private static final Duration GAP = Duration.ofMinutes(2);

  private static final int MOST_HOSTS = 20_000;

  private final Map<String, Instant> hosts = new LinkedHashMap<>(16, 0.75f, true);
  private Instant at = Instant.EPOCH;
  private Instant since = Instant.EPOCH;

  /**
   * @param host maybe empty
   */
  void spoke(String host, Instant now) {
    if (at.plus(GAP).isBefore(now)) {
      since = now;
    }
    at = now;
    if (!host.isEmpty()) {
      hosts.put(host, now);
      if (hosts.size() > MOST_HOSTS) {
        hosts.remove(hosts.keySet().iterator().next());
      }
    }
  }

  /** Whether the source speaks. */
  boolean speaks(Instant now) {
    return !at.plus(GAP).isBefore(now);
  }

  /** Whether the source has spoken all the time for so long. */
  boolean steadily(Duration length, Instant now) {
    return speaks(now) && !now.isBefore(since.plus(length));
  }

  /** When this host spoke last; with an empty name, any. Never is long ago. */
  Instant last(String host) {
    return host.isEmpty() ? at : hosts.getOrDefault(host, Instant.EPOCH);
  }

  /** Whether this host says nothing while the source speaks. */
  boolean silent(String host, Instant now) {
    return !host.isEmpty() && speaks(now) && last(host).plus(GAP).isBefore(now);
  }
}

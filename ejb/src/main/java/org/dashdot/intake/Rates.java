package org.dashdot.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How much came from each source lately, by this node's own count since its start. */
@ApplicationScoped
public class Rates {

  private static final int MINUTES = 60;
  private static final long MINUTE_MILLIS = 60_000;

  @Inject Clock clock;

  private final Map<Long, Minutes> sources = new ConcurrentHashMap<>();

  /** Observations in the last whole minute and in the last hour. */
  public record Rate(long minute, long hour) {}

  /** A ring of minutes. */
  private static final class Minutes {

    private final long[] counts = new long[MINUTES];
    private long last;

    synchronized void add(long minute, int observations) {
      forward(minute);
      counts[(int) (minute % MINUTES)] += observations;
    }

    synchronized Rate rate(long minute) {
      forward(minute);
      return new Rate(
          counts[(int) ((minute + MINUTES - 1) % MINUTES)], Arrays.stream(counts).sum());
    }

    private void forward(long minute) {
      for (long at = Math.max(last + 1, minute - MINUTES + 1); at <= minute; at++) {
        counts[(int) (at % MINUTES)] = 0;
      }
      last = Math.max(last, minute);
    }
  }

  void came(Long sourceId, int observations) {
    if (observations > 0) {
      sources.computeIfAbsent(sourceId, id -> new Minutes()).add(minute(), observations);
    }
  }

  public Rate of(Long sourceId) {
    Minutes minutes = sources.get(sourceId);
    return minutes == null ? new Rate(0, 0) : minutes.rate(minute());
  }

  private long minute() {
    return clock.instant().toEpochMilli() / MINUTE_MILLIS;
  }
}

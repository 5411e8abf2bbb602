package org.dashdot.access.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * After ten failed logins from one address or for one name, further ones wait for a quarter hour.
 */
@ApplicationScoped
public class Throttle {

  private static final int TRIES = 10;
  private static final Duration REST = Duration.ofMinutes(15);
  private static final int REMEMBERED = 10_000;

  private record Failures(int count, Instant last) {}

  @Inject Clock clock;

  private final Map<String, Failures> failures =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
          return size() > REMEMBERED;
        }
      };

  synchronized boolean refuses(String key) {
    Failures known = failures.get(key);
    if (known == null) {
      return false;
    }
    if (known.last().plus(REST).isBefore(clock.instant())) {
      failures.remove(key);
      return false;
    }
    return known.count() >= TRIES;
  }

  synchronized void failed(String key) {
    failures.merge(
        key,
        new Failures(1, clock.instant()),
        (old, one) -> new Failures(old.count() + 1, one.last()));
  }

  synchronized void succeeded(String key) {
    failures.remove(key);
  }
}

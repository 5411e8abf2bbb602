package org.dashdot.access.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * After ten failed logins for one name, or fifty from one address (many people may share it),
 * further ones wait for a quarter hour.
 */
@ApplicationScoped
public class Throttle {

  private static final int TRIES_FOR_A_NAME = 10;
  private static final int TRIES_FROM_AN_ADDRESS = 50;
  private static final Duration REST = Duration.ofMinutes(15);
  private static final int REMEMBERED = 10_000;

  /** No login is longer; what is remembered of a stranger's words is bounded. */
  private static final int LONGEST_NAME = 100;

  private record Failures(int count, Instant last) {}

  @Inject Clock clock;

  private final Map<String, Failures> failures =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
          return size() > REMEMBERED;
        }
      };

  boolean refuses(String name, String address) {
    return exhausted(key(name), TRIES_FOR_A_NAME)
        || exhausted("address " + address, TRIES_FROM_AN_ADDRESS);
  }

  void failed(String name, String address) {
    count(key(name));
    count("address " + address);
  }

  synchronized void succeeded(String name) {
    failures.remove(key(name));
  }

  private static String key(String name) {
    return "name " + name.substring(0, Math.min(LONGEST_NAME, name.length()));
  }

  private synchronized boolean exhausted(String key, int tries) {
    Failures known = failures.get(key);
    if (known == null) {
      return false;
    }
    if (known.last().plus(REST).isBefore(clock.instant())) {
      failures.remove(key);
      return false;
    }
    return known.count() >= tries;
  }

  private synchronized void count(String key) {
    failures.merge(
        key,
        new Failures(1, clock.instant()),
        (old, one) -> new Failures(old.count() + 1, one.last()));
  }
}

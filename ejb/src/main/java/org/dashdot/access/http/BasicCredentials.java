package org.dashdot.access.http;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.dashdot.access.Actor;
import org.dashdot.access.Logins;

/**
 * Basic authentication (RFC 7617). Verified credentials are remembered for a minute under a hash
 * keyed with a secret of this boot, since a slow password hash at each push would eat the machine.
 */
@ApplicationScoped
public class BasicCredentials {

  private static final Duration REMEMBERED_FOR = Duration.ofSeconds(60);
  private static final int REMEMBERED = 1_000;

  private record Verified(Long personId, Instant until) {}

  @Inject Logins logins;
  @Inject Clock clock;

  private SecretKeySpec bootSecret;

  private final Map<String, Verified> verified =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Verified> eldest) {
          return size() > REMEMBERED;
        }
      };

  @PostConstruct
  void makeSecret() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    bootSecret = new SecretKeySpec(bytes, "HmacSHA256");
  }

  /** Name and password; empty when the header is malformed. */
  static Optional<String[]> parse(String encoded) {
    try {
      String text = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
      int colon = text.indexOf(':');
      return colon < 0
          ? Optional.empty()
          : Optional.of(new String[] {text.substring(0, colon), text.substring(colon + 1)});
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  Optional<Actor> verify(String login, String password, String origin) {
    String key = key(login + '\n' + password);
    Optional<Long> known = remembered(key);
    if (known.isPresent()) {
      return logins.again(known.get(), origin);
    }
    Optional<Actor> actor = logins.basic(login, password, origin);
    actor.ifPresent(a -> remember(key, a.personId()));
    return actor;
  }

  private synchronized Optional<Long> remembered(String key) {
    Verified known = verified.get(key);
    return known == null || known.until().isBefore(clock.instant())
        ? Optional.empty()
        : Optional.of(known.personId());
  }

  private synchronized void remember(String key, Long personId) {
    verified.put(key, new Verified(personId, clock.instant().plus(REMEMBERED_FOR)));
  }

  private String key(String credentials) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(bootSecret);
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(credentials.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HmacSHA256", e);
    }
  }
}

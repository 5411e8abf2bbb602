package org.dashdot.access;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Makes, finds and revokes tokens. The secret is returned once, when it is made. */
@Stateless
public class AccessTokens {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Duration LOGIN_LASTS = Duration.ofDays(30);

  /** A use is written at most this often, so that pushes do not cost a row each. */
  private static final Duration USE_WRITTEN_EVERY = Duration.ofMinutes(1);

  @PersistenceContext(unitName = "dash-dot")
  EntityManager em;

  @Inject Clock clock;

  public String login(Person person, String browser) {
    Instant now = clock.instant();
    return make(AccessToken.Kind.LOGIN, browser, person.id(), null, now.plus(LOGIN_LASTS));
  }

  public String push(String name, Long sourceId) {
    return make(AccessToken.Kind.PUSH, name, null, sourceId, null);
  }

  public String api(String name, Long personId) {
    return make(AccessToken.Kind.API, name, personId, null, null);
  }

  public String wall(String name) {
    return make(AccessToken.Kind.WALL, name, null, null, null);
  }

  /** Stores a push secret that somebody else chose; harmless to repeat. */
  public void adopt(String name, Long sourceId, String secret) {
    if (byHash(hash(secret)).isEmpty()) {
      em.persist(
          new AccessToken(
              AccessToken.Kind.PUSH, name, hash(secret), null, sourceId, clock.instant(), null));
    }
  }

  /** The usable token with this secret. */
  public Optional<AccessToken> find(String secret) {
    Instant now = clock.instant();
    Optional<AccessToken> token = byHash(hash(secret)).filter(t -> t.usable(now));
    token
        .filter(t -> t.lastUsedAt() == null || t.lastUsedAt().plus(USE_WRITTEN_EVERY).isBefore(now))
        .ifPresent(t -> t.used(now));
    return token;
  }

  /** Whether the token of this hash still opens anything; asking is no use of it. */
  public boolean usable(String hash) {
    Instant now = clock.instant();
    return byHash(hash).filter(t -> t.usable(now)).isPresent();
  }

  public void revoke(String secret) {
    byHash(hash(secret)).ifPresent(t -> t.revoke(clock.instant()));
  }

  public Optional<AccessToken> byId(Long id) {
    return Optional.ofNullable(em.find(AccessToken.class, id));
  }

  /** All but logins, newest first. */
  public List<AccessToken> listed() {
    return em.createQuery(
            "select t from AccessToken t where t.kind <> :login order by t.id desc",
            AccessToken.class)
        .setParameter("login", AccessToken.Kind.LOGIN)
        .getResultList();
  }

  /** A changed password or a deactivated person ends every login of theirs. */
  public void revokeLoginsOf(Long personId) {
    em.createQuery(
            "update AccessToken t set t.revokedAt = :now"
                + " where t.personId = :person and t.revokedAt is null")
        .setParameter("now", clock.instant())
        .setParameter("person", personId)
        .executeUpdate();
  }

  private String make(
      AccessToken.Kind kind, String name, Long personId, Long sourceId, Instant end) {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    em.persist(new AccessToken(kind, name, hash(secret), personId, sourceId, clock.instant(), end));
    return secret;
  }

  private Optional<AccessToken> byHash(String hash) {
    return em.createQuery("select t from AccessToken t where t.hash = :hash", AccessToken.class)
        .setParameter("hash", hash)
        .getResultStream()
        .findFirst();
  }

  static String hash(String secret) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}

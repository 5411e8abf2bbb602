package org.dashdot.access;

/**
 * What a caller was let in with, for whoever serves them for longer than one request and must ask
 * again: {@link Logins#holds}.
 *
 * @param token the hash of a login's, a program's or a wall's secret; null where a password was
 *     given
 * @param personId null where nobody in person stands behind it
 */
public record Pass(String token, Long personId) {

  /** The pass of a caller who came with this secret; null for one who gave a password. */
  public static Pass of(Actor actor, String secret) {
    return new Pass(secret == null ? null : AccessTokens.hash(secret), actor.personId());
  }
}

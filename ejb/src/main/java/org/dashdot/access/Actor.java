package org.dashdot.access;

import java.time.Instant;
import java.util.Set;

/**
 * Who does something, and from where. Every use case takes one, since timers and workers carry no
 * caller of their own.
 *
 * @param personId null for a token and for the system itself
 * @param sourceId the source that a push token speaks for; null otherwise
 * @param authenticatedAt when the password was last given; null where no password was involved
 * @param origin where it came from: an address, a token's name or a component; never null
 */
public record Actor(
    Kind kind,
    Long personId,
    String name,
    Set<Role> roles,
    Set<Long> teams,
    Long sourceId,
    Instant authenticatedAt,
    String origin) {

  /** A person, a program with a push token, a screen on a wall, or dash-dot. */
  public enum Kind {
    PERSON,
    TOKEN,
    WALL,
    SYSTEM
  }

  /** dash-dot itself. */
  public static Actor system(String component) {
    return new Actor(Kind.SYSTEM, null, "dash-dot", Set.of(), Set.of(), null, null, component);
  }

  public boolean isPerson() {
    return kind == Kind.PERSON;
  }

  public boolean has(Role role) {
    return roles.contains(role);
  }
}

package org.dashdot.access;

import static org.dashdot.access.Role.ADMIN;
import static org.dashdot.access.Role.DEVELOPER;
import static org.dashdot.access.Role.ENGINEER;
import static org.dashdot.access.Role.HARDWARE;
import static org.dashdot.access.Role.MANAGER;
import static org.dashdot.access.Role.NETWORK;
import static org.dashdot.access.Role.OPERATOR;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * The rights table: which role may do what to any ticket, and which only to its own teams' ones.
 */
public final class Rights {

  private record Grant(Set<Role> anywhere, Set<Role> own) {}

  private static final Set<Role> SPECIALISTS = Set.of(DEVELOPER, NETWORK, HARDWARE);
  private static final Map<Right, Grant> TABLE = new EnumMap<>(Right.class);

  static {
    Set<Role> all = Set.of(Role.values());
    TABLE.put(Right.SEE, new Grant(all, Set.of()));
    TABLE.put(Right.NOTE, new Grant(all, Set.of()));
    TABLE.put(Right.OPEN_TICKET, new Grant(all, Set.of()));
    TABLE.put(Right.WORK, new Grant(Set.of(OPERATOR, ENGINEER), SPECIALISTS));
    TABLE.put(Right.HAND_OVER, new Grant(Set.of(OPERATOR, ENGINEER, MANAGER), SPECIALISTS));
    TABLE.put(
        Right.RAISE_PRIORITY,
        new Grant(Set.of(OPERATOR, ENGINEER, DEVELOPER, NETWORK, HARDWARE, MANAGER), Set.of()));
    TABLE.put(Right.LOWER_HIGH_PRIORITY, new Grant(Set.of(OPERATOR, ENGINEER), SPECIALISTS));
    TABLE.put(Right.SILENCE_BRIEFLY, new Grant(Set.of(OPERATOR, ENGINEER), SPECIALISTS));
    TABLE.put(Right.SILENCE_FOR_A_WEEK, new Grant(Set.of(ENGINEER), SPECIALISTS));
    TABLE.put(Right.SILENCE_ANYTHING, new Grant(Set.of(ENGINEER), Set.of()));
    TABLE.put(Right.DEPLOY_DRAFT, new Grant(Set.of(ENGINEER), Set.of()));
    TABLE.put(Right.EDIT_RULES, new Grant(Set.of(ENGINEER), SPECIALISTS));
    TABLE.put(Right.EDIT_DUTY, new Grant(Set.of(ENGINEER, MANAGER, ADMIN), Set.of()));
    TABLE.put(Right.EDIT_POLICIES, new Grant(Set.of(ENGINEER, MANAGER), Set.of()));
    TABLE.put(Right.ADMINISTER, new Grant(Set.of(ADMIN), Set.of()));
  }

  private Rights() {}

  /**
   * Whether the actor has the right, here on something that belongs to the given team.
   *
   * @param teamId null when the thing belongs to no team
   */
  public static boolean allows(Actor actor, Right right, Long teamId) {
    if (actor.kind() == Actor.Kind.SYSTEM) {
      return true;
    }
    Grant grant = TABLE.get(right);
    boolean own = teamId != null && actor.teams().contains(teamId);
    return actor.roles().stream()
        .anyMatch(role -> grant.anywhere().contains(role) || own && grant.own().contains(role));
  }

  /** Throws {@link NotAllowed} unless {@link #allows}. */
  public static void check(Actor actor, Right right, Long teamId) {
    if (!allows(actor, right, teamId)) {
      throw new NotAllowed(right);
    }
  }
}

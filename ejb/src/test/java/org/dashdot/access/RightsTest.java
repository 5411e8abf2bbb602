package org.dashdot.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rights table; team 1 is the actor's own. */
class RightsTest {

  @ParameterizedTest
  @CsvSource({
    "OPERATOR, WORK, 2, true",
    "ENGINEER, WORK, 2, true",
    "DEVELOPER, WORK, 1, true",
    "DEVELOPER, WORK, 2, false",
    "MANAGER, WORK, 1, false",
    "ADMIN, WORK, 1, false",
    "MANAGER, HAND_OVER, 2, true",
    "MANAGER, LOWER_HIGH_PRIORITY, 1, false",
    "NETWORK, LOWER_HIGH_PRIORITY, 1, true",
    "ADMIN, RAISE_PRIORITY, 1, false",
    "ENGINEER, EDIT_RULES, 1, true",
    "OPERATOR, EDIT_RULES, 1, false",
    "NETWORK, EDIT_RULES, 1, true",
    "NETWORK, EDIT_RULES, 2, false",
    "ADMIN, EDIT_RULES, 1, false",
    "ENGINEER, EDIT_DUTY, 2, true",
    "MANAGER, EDIT_DUTY, 2, true",
    "ADMIN, EDIT_DUTY, 2, true",
    "OPERATOR, EDIT_DUTY, 1, false",
    "NETWORK, EDIT_DUTY, 1, false",
    "ENGINEER, EDIT_POLICIES, 2, true",
    "MANAGER, EDIT_POLICIES, 2, true",
    "ADMIN, EDIT_POLICIES, 1, false",
    "OPERATOR, EDIT_POLICIES, 1, false",
    "ENGINEER, DEPLOY_DRAFT, 1, true",
    "ADMIN, DEPLOY_DRAFT, 1, false",
    "ADMIN, ADMINISTER, 1, true",
    "ENGINEER, ADMINISTER, 1, false",
    "OPERATOR, SILENCE_BRIEFLY, 2, true",
    "OPERATOR, SILENCE_FOR_A_WEEK, 2, false",
    "NETWORK, SILENCE_FOR_A_WEEK, 1, true",
    "NETWORK, SILENCE_FOR_A_WEEK, 2, false",
    "NETWORK, SILENCE_ANYTHING, 1, false",
    "ENGINEER, SILENCE_ANYTHING, 2, true",
    "MANAGER, SILENCE_BRIEFLY, 1, false",
    "ADMIN, SILENCE_BRIEFLY, 1, false",
    "MANAGER, SEE, 2, true"
  })
  void table(Role role, Right right, long team, boolean allowed) {
    Actor actor =
        new Actor(Actor.Kind.PERSON, 1L, "x", Set.of(role), Set.of(1L), null, null, "test");
    assertThat(Rights.allows(actor, right, team)).isEqualTo(allowed);
  }
}

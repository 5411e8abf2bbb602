package org.dashdot.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.dashdot.access.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each role has its own first page. */
class PanelTest {

  @ParameterizedTest
  @EnumSource
  void everyRoleSeesWhatWaitsForIt(Role role) {
    assertThat(Panel.usual(Set.of(role))).contains(Panel.WORK).doesNotHaveDuplicates();
  }

  @Test
  void whoHasSeveralRolesSeesTheirPanelsOnce() {
    assertThat(Panel.usual(Set.of(Role.ADMIN, Role.OPERATOR, Role.ENGINEER)))
        .containsExactly(Panel.WORK, Panel.QUESTIONS, Panel.CLASSES, Panel.WATCH);
  }

  @Test
  void aPersonsOwnOrderIsKept() {
    DashOrder own = new DashOrder(1L);
    own.arrange(List.of(Panel.WATCH, Panel.WORK));

    assertThat(own.panels()).containsExactly(Panel.WATCH, Panel.WORK);
    assertThat(Panel.others(own.panels()))
        .containsExactly(Panel.QUESTIONS, Panel.CLASSES, Panel.PLACES, Panel.STATE, Panel.LOAD);
  }

  @Test
  void whoHidEverythingSeesNothingMore() {
    DashOrder own = new DashOrder(1L);
    own.arrange(List.of());

    assertThat(own.panels()).isEmpty();
  }
}

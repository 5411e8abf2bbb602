package org.dashdot.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.dashdot.database.DatabaseUnderTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The outbox is asked twice a second; what was sent long ago must not weigh on it. */
class NotificationQueriesTest {

  @ParameterizedTest
  @MethodSource("org.dashdot.database.DatabaseUnderTest#bothLarge")
  void everyQueryWalksAnIndex(DatabaseUnderTest database) {
    Notifications notifications = new Notifications();
    assertThat(
            database.scansOf(
                em -> {
                  notifications.em = em;
                  notifications.find(59_900L, 7L, "mail", "opened");
                  notifications.of(59_900L);
                  notifications.unfinishedOf(59_900L);
                  notifications.due("mail", Instant.now(), 50);
                  notifications.lockedTogether(59_900L, Instant.now());
                  notifications.interrupted(Instant.now());
                }))
        .isEmpty();
  }
}

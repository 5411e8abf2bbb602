package org.dashdot.notification;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.dashdot.database.DatabaseUnderTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which messages leave together. */
class ListedMessagesTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  private final Notifications notifications = new Notifications();

  /** Messages 1 to 6 wait for person 7 in one list; what the work changes is undone. */
  private void inList(DatabaseUnderTest database, Consumer<EntityManager> work) {
    try (var session = database.sessions().openSession()) {
      session.beginTransaction();
      notifications.em = session;
      change(
          session,
          "person_id = 7, channel = 'mail', list_key = 'found', state = 'WAITING',"
              + " due_at = timestamp with time zone '2026-11-22 11:59:00+00'",
          "id <= 6");
      work.accept(session);
      session.getTransaction().rollback();
    }
  }

  private static void change(EntityManager em, String what, String which) {
    em.createNativeQuery("update notification set " + what + " where " + which).executeUpdate();
  }

  private List<Long> together(long id) {
    return notifications.lockedTogether(id, NOW).stream().map(Notification::id).toList();
  }

  @ParameterizedTest
  @MethodSource("org.dashdot.database.DatabaseUnderTest#bothLarge")
  void allOfAListThatAreDueToOnePersonOverOneChannel(DatabaseUnderTest database) {
    inList(
        database,
        em -> {
          change(em, "state = 'WITHDRAWN', due_at = null", "id = 2");
          change(em, "person_id = 8", "id = 3");
          change(em, "channel = 'sms'", "id = 4");
          change(em, "due_at = timestamp with time zone '2026-11-22 12:00:01+00'", "id = 5");
          assertThat(together(6)).containsExactly(1L, 6L);
        });
  }

  @ParameterizedTest
  @MethodSource("org.dashdot.database.DatabaseUnderTest#bothLarge")
  void withoutAListAMessageLeavesAlone(DatabaseUnderTest database) {
    inList(
        database,
        em -> {
          change(em, "list_key = null", "id in (1, 2)");
          assertThat(together(1)).containsExactly(1L);
        });
  }

  @ParameterizedTest
  @MethodSource("org.dashdot.database.DatabaseUnderTest#bothLarge")
  void whatLeftOrWasWithdrawnDoesNotLeaveAgain(DatabaseUnderTest database) {
    inList(
        database,
        em -> {
          change(em, "list_key = null, state = 'SENT'", "id = 1");
          change(em, "state = 'SENDING'", "id between 2 and 6");
          assertThat(together(1)).isEmpty();
          assertThat(together(2)).isEmpty();
        });
  }

  @ParameterizedTest
  @MethodSource("org.dashdot.database.DatabaseUnderTest#bothLarge")
  void whatWasWithdrawnLeavesWhenItIsTrueAgain(DatabaseUnderTest database) {
    inList(
        database,
        em -> {
          Notification one = em.find(Notification.class, 1L);
          one.withdraw();
          em.flush();
          assertThat(together(6)).doesNotContain(1L);
          one.trueAgain(
              new Notification.Text("again", "again", "again"), new Way("mail", null), NOW);
          em.flush();
          assertThat(together(6)).contains(1L);
          assertThat(one.subject()).isEqualTo("again");
        });
  }
}

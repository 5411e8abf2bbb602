package org.dashdot.notification;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import org.dashdot.database.DatabaseUnderTest;
import org.dashdot.shared.Settings;
import org.dashdot.ticket.Timeline;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the outbox concludes from the messages that it keeps. */
class OutboxQueriesTest {

  private static final Clock NOW =
      Clock.fixed(Instant.parse("2036-11-22T12:00:00Z"), ZoneOffset.UTC);

  private final Outbox outbox = new Outbox();
  private final ChannelHealth health = new ChannelHealth();
  private final StuckOutbox stuck = new StuckOutbox();

  /** Messages 1 to 3 are the only ones of the channel; what the work changes is undone. */
  private void with(DatabaseUnderTest database, Consumer<EntityManager> work) {
    try (var session = database.sessions().openSession()) {
      session.beginTransaction();
      health.em = session;
      health.settings = Settings.shipped();
      health.clock = NOW;
      health.retries = new Retries();
      health.retries.settings = Settings.shipped();
      stuck.em = session;
      stuck.clock = NOW;
      stuck.settings = Settings.shipped();
      outbox.channels =
          new Channels() {
            @Override
            public NotificationChannel named(String name) {
              return new Pigeon();
            }
          };
      outbox.clock = NOW;
      outbox.settings = Settings.shipped();
      outbox.notifications = new Notifications();
      outbox.notifications.em = session;
      outbox.timeline =
          new Timeline() {
            @Override
            public void add(
                org.dashdot.ticket.Ticket ticket,
                org.dashdot.ticket.TimelineEntry.Kind kind,
                org.dashdot.access.Actor actor,
                String text) {}
          };
      change(session, "state = 'SENT'", "state = 'SENDING'");
      change(
          session,
          "channel = 'pigeon', state = 'SENT', last_error = null, created_at = " + at("11:30:00"),
          "id <= 3");
      for (int id = 1; id <= 3; id++) {
        change(session, "sending_since = " + at("11:5" + id + ":00"), "id = " + id);
      }
      work.accept(session);
      session.getTransaction().rollback();
    }
  }

  private static String at(String time) {
    return "timestamp with time zone '2036-11-22 " + time + "+00'";
  }

  private static void change(EntityManager em, String what, String which) {
    em.createNativeQuery("update notification set " + what + " where " + which).executeUpdate();
    em.clear();
  }

  private static Notification.State state(EntityManager em, long id) {
    em.flush();
    return em.find(Notification.class, id).state();
  }

  @ParameterizedTest
  @MethodSource("org.dashdot.database.DatabaseUnderTest#bothLarge")
  void onlyWhatHasBeenOnItsWayForLongWasInterrupted(DatabaseUnderTest database) {
    with(
        database,
        em -> {
          change(em, "state = 'SENDING'", "id <= 2");
          change(em, "sending_since = " + at("11:59:00"), "id = 2");
          outbox.interrupted().forEach(outbox::recover);
          assertThat(state(em, 1)).isEqualTo(Notification.State.WAITING);
          assertThat(state(em, 2)).isEqualTo(Notification.State.SENDING);
          assertThat(state(em, 3)).isEqualTo(Notification.State.SENT);
        });
  }

  @ParameterizedTest
  @MethodSource("org.dashdot.database.DatabaseUnderTest#bothLarge")
  void aChannelFailsWhileItsNewestAttemptWaitsForAnother(DatabaseUnderTest database) {
    with(
        database,
        em -> {
          assertThat(health.lastFailed("pigeon")).isFalse();
          change(em, "state = 'WAITING', last_error = 'refused'", "id = 3");
          assertThat(health.lastFailed("pigeon")).isTrue();
          change(em, "attempts = 100, state = 'FAILED'", "id = 3");
          assertThat(health.lastFailed("pigeon")).isTrue();
        });
  }

  @ParameterizedTest
  @MethodSource("org.dashdot.database.DatabaseUnderTest#bothLarge")
  void aWrongAddressAndWhatWasWithdrawnLongAgoSayNothingOfTheChannel(DatabaseUnderTest database) {
    with(
        database,
        em -> {
          change(em, "state = 'WITHDRAWN', last_error = 'refused'", "id = 3");
          assertThat(health.lastFailed("pigeon")).as("for a while it counts").isTrue();
          change(
              em,
              "state = 'WITHDRAWN', last_error = 'refused', sending_since = '2020-01-01 00:00:00+00'",
              "id = 3");
          change(em, "state = 'FAILED', last_error = 'no such mailbox'", "id = 2");
          assertThat(health.lastFailed("pigeon")).isFalse();
          assertThat(database.scansOf(other -> asked(other))).isEmpty();
        });
  }

  @ParameterizedTest
  @MethodSource("org.dashdot.database.DatabaseUnderTest#bothLarge")
  void afterAnOutageTheMostUrgentLeavesFirst(DatabaseUnderTest database) {
    with(
        database,
        em -> {
          for (int id = 1; id <= 3; id++) {
            change(em, "state = 'WAITING', due_at = " + at("11:50:0" + id), "id = " + id);
            em.createNativeQuery(
                    "update ticket set priority = 'P"
                        + (4 - id)
                        + "' where id = (select ticket_id from notification where id = "
                        + id
                        + ")")
                .executeUpdate();
          }
          assertThat(outbox.notifications.due("pigeon", NOW.instant(), 50))
              .containsExactly(3L, 2L, 1L);
        });
  }

  private void asked(EntityManager em) {
    health.em = em;
    health.lastFailed("mail");
    health.silent("mail", 3);
    stuck.em = em;
    stuck.stuck();
  }

  @ParameterizedTest
  @MethodSource("org.dashdot.database.DatabaseUnderTest#bothLarge")
  void aGatewayOfWhoseLastThreeMessagesNoneArrivedIsNoticed(DatabaseUnderTest database) {
    with(
        database,
        em -> {
          change(em, "awaits_receipt = true, receipt = null, sent_at = sending_since", "id <= 3");
          assertThat(health.silent("pigeon", 3)).as("no receipt for any").isTrue();
          assertThat(health.silent("pigeon", 4)).as("too few to say so").isFalse();
          change(em, "state = 'FAILED', receipt = 'FAILED'", "id = 2");
          assertThat(health.silent("pigeon", 3)).as("one was reported as failed").isTrue();
          change(em, "receipt = 'DELIVERED'", "id = 1");
          assertThat(health.silent("pigeon", 3)).as("one arrived").isFalse();
        });
  }

  @ParameterizedTest
  @MethodSource("org.dashdot.database.DatabaseUnderTest#bothLarge")
  void aReceiptThatMayStillComeSaysNothing(DatabaseUnderTest database) {
    with(
        database,
        em -> {
          change(em, "awaits_receipt = true, receipt = null, sent_at = sending_since", "id <= 3");
          change(em, "sent_at = " + at("11:59:30"), "id = 3");
          assertThat(health.silent("pigeon", 3)).isFalse();
          assertThat(health.silent("pigeon", 2)).isTrue();
        });
  }

  @ParameterizedTest
  @MethodSource("org.dashdot.database.DatabaseUnderTest#bothLarge")
  void whatNobodyTriesToSendMakesTheDotBlind(DatabaseUnderTest database) {
    with(
        database,
        em -> {
          change(em, "state = 'SENT', due_at = null", "state = 'WAITING'");
          change(em, "receipt_due = null, next_person_at = null", "id > 0");
          assertThat(stuck.blind()).isEmpty();
          change(em, "state = 'WAITING', due_at = " + at("11:59:30"), "id = 1");
          assertThat(stuck.blind()).as("not for long").isEmpty();
          change(em, "due_at = " + at("11:58:00"), "id = 1");
          assertThat(stuck.blind()).containsExactly("a message does not leave as it should");
          change(em, "last_error = 'refused'", "id = 1");
          assertThat(stuck.blind()).as("it waits for its turn").isEmpty();
          change(em, "due_at = " + at("11:50:00"), "id = 1");
          assertThat(stuck.blind()).as("nobody gives it a turn").hasSize(1);
          change(em, "state = 'SENDING', sending_since = " + at("11:50:00"), "id <= 2");
          assertThat(stuck.blind())
              .as("never ended")
              .containsExactly("2 messages do not leave as they should");
          change(em, "state = 'SENT', receipt_due = " + at("11:50:00"), "id <= 2");
          assertThat(stuck.stuck()).as("nobody looks for their receipts").isEqualTo(2);
        });
  }
}

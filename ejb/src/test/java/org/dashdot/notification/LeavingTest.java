package org.dashdot.notification;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.dashdot.access.Actor;
import org.dashdot.database.DatabaseUnderTest;
import org.dashdot.shared.Settings;
import org.dashdot.ticket.Ticket;
import org.dashdot.ticket.Timeline;
import org.dashdot.ticket.TimelineEntry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is looked at once more when a message is about to leave. */
class LeavingTest {

  /** A ticket that burns, the message of the same number, and one that stands in for it. */
  private static final long ONE = 59_901;

  private static final long OTHER = 59_902;

  private final Outbox outbox = new Outbox();

  /** What the work changes is undone. */
  private void with(DatabaseUnderTest database, Consumer<EntityManager> work) {
    try (var session = database.sessions().openSession()) {
      session.beginTransaction();
      outbox.settings = Settings.shipped();
      outbox.notifications = new Notifications();
      outbox.notifications.em = session;
      outbox.retries = new Retries();
      outbox.retries.settings = Settings.shipped();
      outbox.retries.notifications = outbox.notifications;
      outbox.gathering =
          new Gathering() {
            @Override
            boolean gathers(Long id, Instant now) {
              return false;
            }
          };
      outbox.fallthrough =
          new Fallthrough() {
            @Override
            boolean madeGood(Notification message) {
              return false;
            }
          };
      outbox.channels =
          new Channels() {
            @Override
            public NotificationChannel named(String name) {
              return new Pigeon();
            }
          };
      outbox.letters =
          new Letters() {
            @Override
            NotificationChannel.Message of(
                List<Notification> together, NotificationChannel channel, String key) {
              return new NotificationChannel.Message(
                  "1", "1", "loft", "Ann", "s", "b", "s", key, List.of(), null, null);
            }
          };
      outbox.timeline =
          new Timeline() {
            @Override
            public void add(Ticket ticket, TimelineEntry.Kind kind, Actor actor, String text) {}
          };
      now("12:00:00");
      work.accept(session);
      session.getTransaction().rollback();
    }
  }

  private void now(String time) {
    outbox.clock = Clock.fixed(Instant.parse("2036-11-25T" + time + "Z"), ZoneOffset.UTC);
  }

  private static String at(String time) {
    return "timestamp with time zone '2036-11-25 " + time + "+00'";
  }

  private static void change(EntityManager em, String what) {
    em.flush();
    em.createNativeQuery("update notification set " + what + " where id = " + ONE).executeUpdate();
    em.clear();
  }

  private static void ticket(EntityManager em, String what) {
    em.flush();
    em.createNativeQuery("update ticket set " + what + " where id = " + ONE).executeUpdate();
    em.clear();
  }

  /** It waits and is due, as if never tried. */
  private static void waits(EntityManager em, String step) {
    change(
        em,
        "state = 'WAITING', attempts = 0, sending_since = null, list_key = null, due_at = "
            + at("11:59:00")
            + ", occasion = '"
            + step
            + "'");
  }

  private boolean leaves(EntityManager em) {
    boolean left = outbox.begin(ONE).isPresent();
    em.flush();
    return left;
  }

  private static Notification.State state(EntityManager em) {
    return em.find(Notification.class, ONE).state();
  }

  @ParameterizedTest
  @MethodSource("org.dashdot.database.DatabaseUnderTest#bothLarge")
  void nobodyIsAskedToTakeWhatSomebodyHasOrWhatIsOver(DatabaseUnderTest database) {
    with(
        database,
        em -> {
          for (String step : List.of("opened-0", "escalated-1-5", "repeat-1-5", "unreached-5")) {
            ticket(em, "status = 'OPEN', acknowledged_at = null");
            waits(em, step);
            assertThat(leaves(em)).as(step).isTrue();
            waits(em, step);
            ticket(em, "status = 'ACKNOWLEDGED', acknowledged_at = " + at("11:00:00"));
            assertThat(leaves(em)).as(step).isFalse();
            assertThat(state(em)).isEqualTo(Notification.State.WITHDRAWN);
            waits(em, step);
            ticket(em, "status = 'CLEARED', acknowledged_at = null");
            assertThat(leaves(em)).as(step).isFalse();
          }
        });
  }

  @ParameterizedTest
  @MethodSource("org.dashdot.database.DatabaseUnderTest#bothLarge")
  void whatStandsInForAMessageThatFailedWhileSomebodyTookTheTicketDoesNotLeave(
      DatabaseUnderTest database) {
    with(
        database,
        em -> {
          ticket(em, "status = 'OPEN', acknowledged_at = null");
          waits(em, "opened-0");
          // Its failure was being written when the ticket was taken, so nobody withdrew this one.
          Notification failing = em.find(Notification.class, OTHER);
          Notification instead =
              em.find(Notification.class, ONE)
                  .instead(new Way("pigeon", "loft"), "opened-0/2", failing.createdAt());
          em.persist(instead);
          em.flush();
          ticket(em, "status = 'ACKNOWLEDGED', acknowledged_at = " + at("11:00:00"));
          assertThat(outbox.begin(instead.id())).isEmpty();
          em.flush();
          assertThat(em.find(Notification.class, instead.id()).state())
              .isEqualTo(Notification.State.WITHDRAWN);
        });
  }

  @ParameterizedTest
  @MethodSource("org.dashdot.database.DatabaseUnderTest#bothLarge")
  void whoeverHasATicketIsToldItsNews(DatabaseUnderTest database) {
    with(
        database,
        em -> {
          ticket(em, "status = 'ACKNOWLEDGED', acknowledged_at = " + at("11:00:00"));
          for (String step : List.of("handed-5", "again-1", "reminder-5", "worse-P1")) {
            waits(em, step);
            assertThat(leaves(em)).as(step).isTrue();
          }
          ticket(em, "status = 'CLEARED'");
          waits(em, "again-1");
          assertThat(leaves(em)).as("it does not burn").isFalse();
          waits(em, "handed-5");
          assertThat(leaves(em)).as("it is theirs all the same").isTrue();
        });
  }

  @ParameterizedTest
  @MethodSource("org.dashdot.database.DatabaseUnderTest#bothLarge")
  void thatItIsResolvedIsNotSaidOnceItBurnsAgain(DatabaseUnderTest database) {
    with(
        database,
        em -> {
          ticket(em, "status = 'RESOLVED', reopened = 0");
          waits(em, "resolved-0");
          assertThat(leaves(em)).isTrue();
          waits(em, "resolved-0");
          ticket(em, "status = 'OPEN', reopened = 1, acknowledged_at = null");
          assertThat(leaves(em)).isFalse();
          assertThat(state(em)).isEqualTo(Notification.State.WITHDRAWN);
          waits(em, "resolved-0");
          ticket(em, "status = 'RESOLVED', reopened = 1");
          assertThat(leaves(em)).as("another message says it").isFalse();
        });
  }

  @ParameterizedTest
  @MethodSource("org.dashdot.database.DatabaseUnderTest#bothLarge")
  void whatCouldNotLeaveByDayDisturbsNoNight(DatabaseUnderTest database) {
    with(
        database,
        em -> {
          tried(em, "P3", "17:00:00");
          now("19:59:00");
          assertThat(leaves(em)).as("by day").isTrue();
          tried(em, "P3", "17:00:00");
          now("22:00:00");
          assertThat(leaves(em)).isFalse();
          assertThat(state(em)).isEqualTo(Notification.State.WAITING);
          assertThat(due(em)).isEqualTo(Instant.parse("2036-11-26T08:00:00Z"));
          tried(em, "P4", "17:00:00");
          assertThat(leaves(em)).isFalse();
          assertThat(due(em)).as("in the digest").isEqualTo(Instant.parse("2036-11-26T08:30:00Z"));
          tried(em, "P3", "21:59:00");
          assertThat(leaves(em)).as("somebody sent it by night").isTrue();
          tried(em, "P2", "17:00:00");
          assertThat(leaves(em)).as("it is urgent").isTrue();
        });
  }

  @ParameterizedTest
  @MethodSource("org.dashdot.database.DatabaseUnderTest#bothLarge")
  void theNextChannelOfWhatFailedByDayDisturbsNoNightEither(DatabaseUnderTest database) {
    with(
        database,
        em -> {
          ticket(em, "priority = 'P3', status = 'OPEN', acknowledged_at = null");
          waits(em, "opened-0");
          change(em, "instead_of = " + OTHER);
          em.createNativeQuery(
                  "update notification set sending_since = "
                      + at("19:59:50")
                      + " where id = "
                      + OTHER)
              .executeUpdate();
          em.clear();
          now("20:00:10");
          assertThat(leaves(em)).isFalse();
          assertThat(due(em)).isEqualTo(Instant.parse("2036-11-26T08:00:00Z"));
          now("23:00:00");
          assertThat(leaves(em)).as("not before").isFalse();
        });
  }

  @ParameterizedTest
  @MethodSource("org.dashdot.database.DatabaseUnderTest#bothLarge")
  void whatLeftAfterItWasTakenForInterruptedDoesNotLeaveAgain(DatabaseUnderTest database) {
    with(
        database,
        em -> {
          ticket(em, "status = 'OPEN', acknowledged_at = null");
          waits(em, "opened-0");
          Outbox.Attempt slow = outbox.begin(ONE).orElseThrow();
          em.flush();
          now("12:03:00");
          outbox.recover(ONE);
          em.flush();
          assertThat(state(em)).isEqualTo(Notification.State.WAITING);
          outbox.succeeded(slow);
          em.flush();
          assertThat(state(em)).isEqualTo(Notification.State.SENT);
          assertThat(leaves(em)).isFalse();
        });
  }

  private static Instant due(EntityManager em) {
    return em.find(Notification.class, ONE).dueAt();
  }

  /** It failed at that time and is due again. */
  private static void tried(EntityManager em, String priority, String time) {
    ticket(
        em, "priority = '" + priority + "', status = 'OPEN', reopened = 0, acknowledged_at = null");
    waits(em, "opened-0");
    change(em, "attempts = 1, last_error = 'refused', sending_since = " + at(time));
  }
}

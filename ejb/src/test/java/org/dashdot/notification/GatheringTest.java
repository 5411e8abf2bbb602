package org.dashdot.notification;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dashdot.access.Person;
import org.dashdot.database.DatabaseUnderTest;
import org.dashdot.shared.Settings;
import org.dashdot.ticket.Ticket;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What one person gets of many messages, with the clock moved by the test. */
class GatheringTest {

  private static final Instant BEGIN = Instant.parse("2037-01-01T00:00:00Z");

  private final Notifications notifications = new Notifications();
  private final Gathering gathering = new Gathering();

  /** When something left, and how many messages were in it. */
  private record Left(Instant at, int messages) {}

  private List<Left> left(
      DatabaseUnderTest database, String priority, List<Instant> written, Duration wait) {
    List<Left> left = new ArrayList<>();
    gathering.notifications = notifications;
    gathering.lists = new BurstLists();
    gathering.settings = Settings.shipped();
    try (var session = database.sessions().openSession()) {
      session.beginTransaction();
      notifications.em = session;
      gathering.lists.em = session;
      session
          .createNativeMutationQuery(
              "update notification set state = 'SENT', due_at = null where state = 'WAITING'")
          .executeUpdate();
      session
          .createNativeMutationQuery("update ticket set priority = '" + priority + "' where id = 7")
          .executeUpdate();
      Ticket ticket = session.find(Ticket.class, 7L);
      Person person = session.find(Person.class, 1L);
      int next = 0;
      for (Instant now = BEGIN; now.isBefore(BEGIN.plusSeconds(300)); now = now.plusMillis(500)) {
        while (next < written.size() && !written.get(next).isAfter(now)) {
          Instant at = written.get(next++);
          session.persist(
              new Notification(
                  ticket,
                  person,
                  new Way("pigeon", "loft"),
                  "step-" + next,
                  new Notification.Text("why", "what", "more"),
                  null,
                  at,
                  at.plus(wait)));
        }
        beat(session, now, left);
      }
      session.getTransaction().rollback();
    }
    return left;
  }

  private void beat(EntityManager em, Instant now, List<Left> left) {
    em.flush();
    for (Long id : notifications.due("pigeon", now, 50)) {
      if (gathering.gathers(id, now)) {
        em.flush();
        continue;
      }
      List<Notification> together = notifications.lockedTogether(id, now);
      if (!together.isEmpty()) {
        together.forEach(n -> n.sent(now, null));
        left.add(new Left(now, together.size()));
        em.flush();
      }
    }
  }

  private static List<Instant> within(int count, Duration time) {
    return IntStream.range(0, count)
        .mapToObj(i -> BEGIN.plus(time.multipliedBy(i).dividedBy(count)))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("org.dashdot.database.DatabaseUnderTest#bothLarge")
  void twoHundredTicketsWithinAMinuteAreOneMessage(DatabaseUnderTest database) {
    Duration minute = Duration.ofMinutes(1);
    List<Left> left = left(database, "P2", within(200, minute), minute);
    assertThat(left).hasSize(1);
    assertThat(left.get(0).messages()).isEqualTo(200);
    assertThat(left.get(0).at()).isBefore(BEGIN.plusSeconds(125));
  }

  @ParameterizedTest
  @MethodSource("org.dashdot.database.DatabaseUnderTest#bothLarge")
  void whatComesAtOnceWaitsForNobodyLonger(DatabaseUnderTest database) {
    List<Left> left = left(database, "P2", within(50, Duration.ZERO), Duration.ofMinutes(1));
    assertThat(left).hasSize(1);
    assertThat(left.get(0).messages()).isEqualTo(50);
    assertThat(left.get(0).at()).isBefore(BEGIN.plusSeconds(63));
  }

  @ParameterizedTest
  @MethodSource("org.dashdot.database.DatabaseUnderTest#bothLarge")
  void twoLeaveEachAtItsTime(DatabaseUnderTest database) {
    List<Left> left =
        left(database, "P2", within(2, Duration.ofSeconds(40)), Duration.ofMinutes(1));
    assertThat(left)
        .containsExactly(new Left(BEGIN.plusSeconds(60), 1), new Left(BEGIN.plusSeconds(80), 1));
  }

  @ParameterizedTest
  @MethodSource("org.dashdot.database.DatabaseUnderTest#bothLarge")
  void theFirstUrgentOnesLeaveAtOnceAndTheRestInListsSoonAfter(DatabaseUnderTest database) {
    List<Left> left = left(database, "P1", within(200, Duration.ofMinutes(1)), Duration.ZERO);
    assertThat(left.get(0)).isEqualTo(new Left(BEGIN, 1));
    assertThat(left).hasSizeLessThan(9);
    assertThat(left.stream().mapToInt(Left::messages).sum()).isEqualTo(200);
    assertThat(left.get(left.size() - 1).at()).isBefore(BEGIN.plusSeconds(78));
  }

  @ParameterizedTest
  @MethodSource("org.dashdot.database.DatabaseUnderTest#bothLarge")
  void aListThatAnUrgentOneJoinsLeavesAsSoonAsThatMay(DatabaseUnderTest database) {
    gathering.notifications = notifications;
    gathering.lists = new BurstLists();
    gathering.settings = Settings.shipped();
    List<Left> left = new ArrayList<>();
    try (var session = database.sessions().openSession()) {
      session.beginTransaction();
      notifications.em = session;
      gathering.lists.em = session;
      session
          .createNativeMutationQuery(
              "update notification set state = 'SENT', due_at = null where state = 'WAITING'")
          .executeUpdate();
      session
          .createNativeMutationQuery("update ticket set priority = 'P2' where id = 7")
          .executeUpdate();
      session
          .createNativeMutationQuery("update ticket set priority = 'P1' where id = 8")
          .executeUpdate();
      Instant urgent = BEGIN.plusSeconds(10);
      for (Instant now = BEGIN; now.isBefore(BEGIN.plusSeconds(120)); now = now.plusMillis(500)) {
        if (now.equals(BEGIN)) {
          for (int i = 0; i < 10; i++) {
            session.persist(message(session.find(Ticket.class, 7L), session, "low-" + i, now));
          }
        }
        if (now.equals(urgent)) {
          for (int i = 0; i < 3; i++) {
            session.persist(message(session.find(Ticket.class, 8L), session, "high-" + i, now));
          }
        }
        beat(session, now, left);
      }
      session.getTransaction().rollback();
    }
    assertThat(left).containsExactly(new Left(BEGIN.plusSeconds(25), 13));
  }

  private static Notification message(Ticket ticket, EntityManager em, String step, Instant at) {
    return new Notification(
        ticket,
        em.find(Person.class, 1L),
        new Way("pigeon", "loft"),
        step,
        new Notification.Text("why", "what", "more"),
        null,
        at,
        at);
  }
}

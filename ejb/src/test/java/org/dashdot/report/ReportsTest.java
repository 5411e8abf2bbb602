package org.dashdot.report;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.dashdot.access.Actor;
import org.dashdot.access.Role;
import org.dashdot.database.DatabaseUnderTest;
import org.dashdot.report.Reports.ClassRow;
import org.dashdot.report.Reports.Day;
import org.dashdot.report.Reports.TeamRow;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The figures of the dash, over tickets of which each is counted by hand. */
class ReportsTest {

  private static final Actor PERSON =
      new Actor(
          Actor.Kind.PERSON, 7L, "Ann", Set.of(Role.MANAGER), Set.of(1L), null, Instant.now(), "");

  private final Reports reports = new Reports();

  @ParameterizedTest
  @MethodSource("org.dashdot.database.DatabaseUnderTest#bothLarge")
  void figuresAreThoseOfTheTickets(DatabaseUnderTest database) {
    try (var session = database.sessions().openSession()) {
      session.beginTransaction();
      reports.em = session;
      reports.latest = new LatestFigures();
      reports.clock = Clock.fixed(Instant.parse("2036-11-24T12:00:00Z"), ZoneOffset.UTC);
      change(session, "status = 'CLOSED', closed_at = opened_at", "status <> 'CLOSED'");
      opened(session, 1, "'P1', team_id = 1, class_key = 'a'", "11-23 10:00:00");
      opened(session, 2, "'P2', team_id = 1, class_key = 'a'", "11-23 11:00:00");
      opened(session, 3, "'P3', team_id = 2, class_key = 'a'", "11-20 11:00:00");
      opened(session, 4, "'P2', team_id = 3, class_key = 'once'", "11-24 11:00:00");
      opened(session, 5, "'P4', team_id = 3, class_key = 'once'", "10-01 11:00:00");
      opened(session, 6, "'P4', collects = 'WINDOW', class_key = 'w'", "11-22 11:00:00");
      opened(session, 7, "'P4', collects = 'WINDOW', class_key = 'w'", "11-22 11:00:00");
      change(session, "closed_at = " + at("11-24 01:00:00") + ", status = 'CLOSED'", "id = 5");
      change(session, "acknowledged_at = " + at("11-23 10:02:00"), "id = 1");
      change(session, "acknowledged_at = " + at("11-23 11:04:00"), "id = 2");
      change(session, "resolved_at = " + at("11-23 10:10:00"), "id = 1");
      change(session, "snoozed_until = " + at("11-25 00:00:00"), "id = 4");

      assertThat(reports.classes(PERSON))
          .as("neither what came once of late nor what a window collects")
          .containsExactly(new ClassRow("a", 3, 3));

      List<Day> days = reports.trend(PERSON);
      assertThat(days).hasSize(14);
      assertThat(days.get(0)).isEqualTo(new Day(LocalDate.of(2036, 11, 11), 0, 0));
      assertThat(days.subList(9, 14))
          .containsExactly(
              new Day(LocalDate.of(2036, 11, 20), 1, 0),
              new Day(LocalDate.of(2036, 11, 21), 0, 0),
              new Day(LocalDate.of(2036, 11, 22), 2, 0),
              new Day(LocalDate.of(2036, 11, 23), 2, 0),
              new Day(LocalDate.of(2036, 11, 24), 1, 1));

      assertThat(reports.times(PERSON))
          .isEqualTo(new Reports.Times(Duration.ofMinutes(4), Duration.ofMinutes(10), 3));

      assertThat(reports.teams(PERSON))
          .as("not what is put aside or only collects")
          .containsExactly(new TeamRow("team 1", 2, 0), new TeamRow("team 2", 0, 1));
      session.getTransaction().rollback();
    }
  }

  private static void opened(EntityManager em, int id, String what, String time) {
    change(
        em,
        "status = 'OPEN', closed_at = null, opened_at = " + at(time) + ", priority = " + what,
        "id = " + id);
  }

  private static String at(String time) {
    return "timestamp with time zone '2036-" + time + "+00'";
  }

  private static void change(EntityManager em, String what, String which) {
    em.createNativeQuery("update ticket set " + what + " where " + which).executeUpdate();
  }
}

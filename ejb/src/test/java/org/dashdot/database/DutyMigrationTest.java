package org.dashdot.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.dashdot.oncall.Cycle;
import org.dashdot.shared.Schema;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** Turns that were settled when a team had but one rotation go on as they were. */
class DutyMigrationTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  /** A weekly one and one of ten days, of people who are not in the order of their numbers. */
  private static final List<String> BEFORE =
      List.of(
          "insert into person (id, version, login, name, zone, active, created_at) values"
              + " (1, 0, 'a', 'A', 'UTC', true, current_timestamp),"
              + " (2, 0, 'b', 'B', 'UTC', true, current_timestamp),"
              + " (3, 0, 'c', 'C', 'UTC', false, current_timestamp)",
          "insert into team (id, version, name, zone, rotation_start, rotation_days) values"
              + " (7, 0, 'x', 'Europe/Berlin',"
              + " timestamp with time zone '2026-01-05 09:00:00+01', 7),"
              + " (8, 0, 'y', 'Europe/Berlin',"
              + " timestamp with time zone '2026-07-01 18:30:00+02', 10)",
          "insert into team_member (team_id, person_id, turn) values (7, 2, 0), (7, 3, 1), (7, 1, 2)");

  @Test
  void turnsGoOnOnH2() throws SQLException {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL("jdbc:h2:mem:before;DB_CLOSE_DELAY=-1;DEFAULT_NULL_ORDERING=HIGH");
    turnsGoOn(source, "H2");
  }

  @Test
  void turnsGoOnOnPostgresql() throws SQLException, IOException {
    try (EmbeddedPostgres server = EmbeddedPostgres.builder().start()) {
      turnsGoOn(server.getPostgresDatabase(), "PostgreSQL");
    }
  }

  private static void turnsGoOn(DataSource source, String product) throws SQLException {
    Flyway.configure()
        .dataSource(source)
        .locations("classpath:db/common", "classpath:db/" + product.toLowerCase(Locale.ROOT))
        .target("6")
        .load()
        .migrate();
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : BEFORE) {
        statement.execute(sql);
      }
      Schema.migrate(source, product);
      ResultSet layers =
          statement.executeQuery(
              "select r.name, r.zone, l.starts_at, l.days, l.kind from rotation r"
                  + " join rotation_layer l on l.rotation_id = r.id order by r.team_id");
      assertThat(layers.next()).isTrue();
      assertThat(layers.getString(1)).isEqualTo("first");
      assertThat(layers.getString(5)).isEqualTo("WEEKLY");
      asBefore(layers, Instant.parse("2026-01-05T08:00:00Z"), 7);
      assertThat(layers.next()).isTrue();
      asBefore(layers, Instant.parse("2026-07-01T16:30:00Z"), 10);
      assertThat(layers.next()).isFalse();
      ResultSet members =
          statement.executeQuery(
              "select m.person_id from rotation_layer_member m join rotation_layer l"
                  + " on l.id = m.layer_id join rotation r on r.id = l.rotation_id"
                  + " where r.team_id = 7 order by m.turn");
      for (long person : new long[] {2, 3, 1}) {
        assertThat(members.next()).isTrue();
        assertThat(members.getLong(1)).isEqualTo(person);
      }
    }
  }

  private static void asBefore(ResultSet layer, Instant start, int days) throws SQLException {
    Cycle cycle =
        new Cycle(
            layer.getObject(3, OffsetDateTime.class).toInstant(),
            ZoneId.of(layer.getString(2)),
            layer.getInt(4),
            null);
    for (Instant at = start;
        at.isBefore(start.plus(Duration.ofDays(800)));
        at = at.plus(Duration.ofMinutes(30))) {
      assertThat(cycle.turn(at)).isEqualTo(before(start, days, at));
    }
  }

  /** As the version before counted. */
  private static long before(Instant start, int days, Instant moment) {
    ZonedDateTime begin = start.atZone(BERLIN);
    long passed = ChronoUnit.DAYS.between(begin, moment.atZone(BERLIN));
    if (begin.plusDays(passed).toInstant().isAfter(moment)) {
      passed--;
    }
    return Math.floorDiv(passed, (long) days);
  }
}

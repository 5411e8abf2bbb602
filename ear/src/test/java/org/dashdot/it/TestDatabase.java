package org.dashdot.it;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The database of one server under test: the embedded file, or an empty database of its own in the
 * one PostgreSQL that this JVM starts when it is first asked for.
 */
public final class TestDatabase {

  private static final AtomicInteger COUNT = new AtomicInteger();

  private final Map<String, String> environment;

  private TestDatabase(Map<String, String> environment) {
    this.environment = environment;
  }

  /** An empty database of the kind that this run is about ({@code dashdot.test.db}). */
  public static TestDatabase fresh() {
    return "postgresql".equals(System.getProperty("dashdot.test.db")) ? postgresql() : h2();
  }

  /** The embedded database; it lies in the server's data folder. */
  public static TestDatabase h2() {
    return new TestDatabase(Map.of());
  }

  /** An empty PostgreSQL database; two servers that share it are two nodes. */
  public static TestDatabase postgresql() {
    String name = "dashdot" + COUNT.incrementAndGet();
    try (Connection connection = Postgres.SERVER.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IllegalStateException("No database for the test", e);
    }
    String url = "jdbc:postgresql://127.0.0.1:" + Postgres.SERVER.getPort() + "/" + name;
    return new TestDatabase(
        Map.of(
            "DASHDOT_DB_URL", url,
            "DASHDOT_DB_USER", "postgres",
            "DASHDOT_DB_PASSWORD", "postgres"));
  }

  public boolean isPostgresql() {
    return !environment.isEmpty();
  }

  /** The JDBC address, for a test that looks behind the server; null for the embedded file. */
  public String url() {
    return environment.get("DASHDOT_DB_URL");
  }

  /**
   * Changes what is stored, behind the server's back; the server must be stopped.
   *
   * @param data the server's data folder
   */
  void execute(Path data, String... statements) {
    try (Connection connection = connect(data);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The one number that a query gives; the server must be stopped. */
  long count(Path data, String query) {
    try (Connection connection = connect(data);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      result.next();
      return result.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Connection connect(Path data) throws SQLException {
    return DriverManager.getConnection(jdbcUrl(data), user(), password());
  }

  /** The address for others than the server; the embedded one is free only while that is down. */
  String jdbcUrl(Path data) {
    return isPostgresql()
        ? url()
        : "jdbc:h2:file:"
            + data.resolve("db/dash-dot")
            + ";IFEXISTS=TRUE;DEFAULT_NULL_ORDERING=HIGH;MAX_COMPACT_TIME=0";
  }

  String user() {
    return isPostgresql() ? environment.get("DASHDOT_DB_USER") : "sa";
  }

  String password() {
    return isPostgresql() ? environment.get("DASHDOT_DB_PASSWORD") : "sa";
  }

  Map<String, String> environment() {
    return environment;
  }

  /** Started by the first test that needs it, stopped with the JVM. */
  private static final class Postgres {

    static final EmbeddedPostgres SERVER = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder().setServerConfig("max_connections", "300").start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}

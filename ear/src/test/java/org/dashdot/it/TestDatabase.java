package org.dashdot.it;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
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

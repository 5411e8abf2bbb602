package org.dashdot.database;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.dashdot.shared.Schema;
import org.h2.jdbcx.JdbcDataSource;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.cfg.Configuration;

/** One of the two databases, migrated, with Hibernate over the product's entities. */
public final class DatabaseUnderTest {

  /** What both say at every start drowns what a test says. */
  private static final List<Logger> QUIET =
      Stream.of("org.hibernate", "org.flywaydb").map(Logger::getLogger).toList();

  static {
    QUIET.forEach(logger -> logger.setLevel(Level.WARNING));
  }

  private final String name;
  private final DataSource dataSource;
  private final Plans plans;
  private final SessionFactory sessions;

  private DatabaseUnderTest(String name, DataSource dataSource) {
    this.name = name;
    this.dataSource = dataSource;
    Schema.migrate(dataSource, name);
    this.plans = new Plans(dataSource);
    this.sessions = sessions(plans.watched());
  }

  /** Both, migrated and empty; they live as long as the JVM. */
  public static Stream<DatabaseUnderTest> both() {
    return Stream.of(Empty.H2, Empty.POSTGRESQL);
  }

  /** Both with some years of work in them: open tickets are few among very many closed ones. */
  public static Stream<DatabaseUnderTest> bothLarge() {
    return Stream.of(Large.H2, Large.POSTGRESQL);
  }

  public SessionFactory sessions() {
    return sessions;
  }

  /** What {@code work} asked of tables that grow for ever without an index; empty is good. */
  public List<String> scansOf(Consumer<EntityManager> work) {
    plans.forget();
    sessions.inTransaction(work::accept);
    return plans.scans();
  }

  public void execute(List<String> statements) {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    return name;
  }

  private static SessionFactory sessions(DataSource dataSource) {
    Configuration configuration = new Configuration();
    for (JavaClass found :
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.dashdot")) {
      if (found.isAnnotatedWith(Entity.class) || found.isAnnotatedWith(Converter.class)) {
        configuration.addAnnotatedClass(found.reflect());
      }
    }
    configuration.getProperties().put(AvailableSettings.JAKARTA_NON_JTA_DATASOURCE, dataSource);
    // As in persistence.xml.
    configuration.setProperty(AvailableSettings.JDBC_TIME_ZONE, "UTC");
    configuration.setProperty(AvailableSettings.TIMEZONE_DEFAULT_STORAGE, "NORMALIZE_UTC");
    return configuration.buildSessionFactory();
  }

  private static DatabaseUnderTest h2(String name) {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1;DEFAULT_NULL_ORDERING=HIGH");
    return new DatabaseUnderTest("H2", source);
  }

  private static DatabaseUnderTest postgresql() {
    try {
      return new DatabaseUnderTest(
          "PostgreSQL", EmbeddedPostgres.builder().start().getPostgresDatabase());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Empty {
    static final DatabaseUnderTest H2 = h2("empty");
    static final DatabaseUnderTest POSTGRESQL = postgresql();
  }

  private static final class Large {
    static final DatabaseUnderTest H2 = Volume.fill(h2("large"));
    static final DatabaseUnderTest POSTGRESQL = Volume.fill(postgresql());
  }
}

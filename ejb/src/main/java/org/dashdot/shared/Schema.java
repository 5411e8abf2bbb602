package org.dashdot.shared;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;

/** The versioned migrations: a common set, and what only one vendor can do. */
public final class Schema {

  private Schema() {}

  /**
   * Migrates to the newest version.
   *
   * @param product the database's name as JDBC tells it
   */
  public static void migrate(DataSource dataSource, String product) {
    String vendor = product.equals("PostgreSQL") ? "postgresql" : "h2";
    Flyway flyway =
        Flyway.configure(Schema.class.getClassLoader())
            .dataSource(dataSource)
            .locations("classpath:db/common", "classpath:db/" + vendor)
            // The server's timer store makes its table first, so the schema is never empty.
            .baselineOnMigrate(true)
            .baselineVersion("0")
            .load();
    if (flyway.info().all().length < 2) {
      throw new IllegalStateException("The migrations are not on the class path.");
    }
    MigrateResult result = flyway.migrate();
    if (!result.success) {
      throw new IllegalStateException("The schema could not be migrated.");
    }
  }
}

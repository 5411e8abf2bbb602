package org.dashdot.bpmn.engine;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.dashdot.shared.Schema;

/** Brings the product's own schema up to date; the engine keeps its own. */
final class Migrations {

  private Migrations() {}

  static void run(DataSource dataSource) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      Schema.migrate(dataSource, connection.getMetaData().getDatabaseProductName());
    }
  }
}

package org.dashdot.bpmn.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * One node at a time builds the engine's schema and deploys models: two on an empty database would
 * fail. Held on a connection of its own, outside any transaction of the server.
 */
final class BootLock implements AutoCloseable {

  private final Connection connection;

  private BootLock(Connection connection) {
    this.connection = connection;
  }

  static BootLock take(DataSource dataSource) throws SQLException {
    Connection connection = dataSource.getConnection();
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("select id from boot_lock where id = 1 for update");
    }
    return new BootLock(connection);
  }

  void release() throws SQLException {
    connection.commit();
  }

  @Override
  public void close() throws SQLException {
    connection.rollback();
    connection.setAutoCommit(true);
    connection.close();
  }
}

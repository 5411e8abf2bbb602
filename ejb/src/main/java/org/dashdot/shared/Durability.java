package org.dashdot.shared;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * What was committed outlives the process from here on. PostgreSQL does that by itself. The
 * embedded H2 writes behind, half a second at most, since it only gathers and reuses space when it
 * may; whoever is about to promise something to somebody asks it to write now.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Durability {

  @Resource(lookup = "java:jboss/datasources/DashDot")
  private DataSource database;

  /** Pushes that wrote something and have not been answered yet. */
  private final AtomicInteger writing = new AtomicInteger();

  /** Whether this thread's push writes something; null on a thread that answers no push. */
  private final ThreadLocal<Boolean> writes = new ThreadLocal<>();

  private boolean writesBehind;

  @PostConstruct
  void look() {
    try (Connection connection = database.getConnection()) {
      writesBehind = connection.getMetaData().getDatabaseProductName().equals("H2");
    } catch (SQLException e) {
      throw new IllegalStateException("The database cannot be asked what it is.", e);
    }
  }

  /** This thread begins to take in a push, which may turn out to write nothing. */
  public void push() {
    forget();
    writes.set(false);
  }

  /** If this thread takes in a push, that will write something that its answer promises. */
  public void writes() {
    if (Boolean.FALSE.equals(writes.get())) {
      writing.incrementAndGet();
      writes.set(true);
    }
  }

  /** What this thread said of itself is over, whether it was settled or failed. */
  public void forget() {
    if (Boolean.TRUE.equals(writes.get())) {
      writing.decrementAndGet();
    }
    writes.remove();
  }

  /**
   * Returns when all that has been committed is in the file. Not for use inside a transaction whose
   * own changes are meant.
   *
   * @throws IllegalStateException when the database cannot write; then nothing may be promised
   */
  public void settle() {
    if (!writesBehind || Boolean.FALSE.equals(writes.get()) && writing.get() == 0) {
      return;
    }
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      // With something of ours to write it also waits for whatever H2's own thread is writing.
      statement.execute("update settled set times = times + 1");
      statement.execute("CHECKPOINT");
    } catch (SQLException e) {
      throw new IllegalStateException("What was committed could not be written.", e);
    }
  }
}

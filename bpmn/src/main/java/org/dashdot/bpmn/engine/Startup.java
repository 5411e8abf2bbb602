package org.dashdot.bpmn.engine;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionManager;
import java.sql.SQLException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.JakartaTransactionProcessEngineConfiguration;
import org.dashdot.access.FirstStart;
import org.dashdot.intake.Doors;
import org.dashdot.intake.FirstSources;
import org.dashdot.ticket.WorkItems;

/** The one start-up: schema, engine, models, first people and sources, and the doors last. */
@Singleton
@jakarta.ejb.Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Startup {

  @Resource(lookup = "java:jboss/datasources/DashDot")
  DataSource dataSource;

  @Resource(lookup = "java:/TransactionManager")
  TransactionManager transactions;

  /** The engine's own: bounded, so that a backlog stays in the database and is not lost. */
  @Resource(lookup = "java:jboss/ee/concurrency/executor/dash-dot-jobs")
  ManagedExecutorService threads;

  @Inject CdiActivities activities;
  @Inject WorkItems workItems;
  @Inject Engine engine;
  @Inject FirstStart firstStart;
  @Inject FirstSources firstSources;
  @Inject Doors doors;

  private ManagedJobExecutor jobs;

  @PostConstruct
  void start() {
    requireUtc();
    try {
      prepare();
    } catch (SQLException e) {
      throw new IllegalStateException("The database does not answer: " + e.getMessage(), e);
    }
    jobs.start();
    doors.open();
  }

  private void prepare() throws SQLException {
    Migrations.run(dataSource);
    try (BootLock lock = BootLock.take(dataSource)) {
      jobs = new ManagedJobExecutor(threads, node());
      engine.start(build());
      jobs.freeOwnLocks(dataSource);
      firstSources.prepare(firstStart.prepare());
      lock.release();
    }
  }

  @PreDestroy
  void stop() {
    doors.close();
    if (jobs != null) {
      jobs.shutdown();
    }
    engine.stop();
  }

  private ProcessEngine build() {
    JakartaTransactionProcessEngineConfiguration configuration =
        new JakartaTransactionProcessEngineConfiguration();
    configuration.setTransactionManager(transactions);
    configuration.setTransactionsExternallyManaged(true);
    configuration.setDataSource(dataSource);
    EngineSettings.apply(configuration, activities, workItems);
    configuration.setJobExecutor(jobs);
    return configuration.buildProcessEngine();
  }

  /** The server's name, which is the same in its next life. */
  private static String node() {
    return System.getProperty("jboss.node.name");
  }

  /** The engine stores times without a zone. */
  private static void requireUtc() {
    if (!ZoneId.systemDefault().normalized().equals(ZoneOffset.UTC)) {
      throw new IllegalStateException(
          "The server must run in UTC: start it with -Duser.timezone=UTC.");
    }
  }
}

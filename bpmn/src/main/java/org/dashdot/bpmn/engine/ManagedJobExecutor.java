package org.dashdot.bpmn.engine;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;

/** Runs the engine's jobs on the server's managed threads, as they may touch its transactions. */
public final class ManagedJobExecutor extends JobExecutor {

  private final ManagedExecutorService threads;
  private Future<?> acquisition;

  /**
   * @param threads bounded: what it refuses waits in the database
   * @param node a name that this server keeps over restarts and shares with no other
   */
  ManagedJobExecutor(ManagedExecutorService threads, String node) {
    this.threads = threads;
    setLockOwner(node);
    setLockTimeInMillis(60_000);
    setWaitTimeInMillis(500);
    setMaxWait(2_000);
    setMaxJobsPerAcquisition(8);
  }

  /**
   * Frees what this node had locked when it was killed, so that no timer waits for the lock to
   * expire. Call it before {@link #start()}.
   */
  void freeOwnLocks(DataSource dataSource) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement free =
            connection.prepareStatement(
                "update ACT_RU_JOB set LOCK_OWNER_ = null, LOCK_EXP_TIME_ = null"
                    + " where LOCK_OWNER_ = ?")) {
      free.setString(1, getLockOwner());
      free.executeUpdate();
    }
  }

  @Override
  protected void startExecutingJobs() {
    acquisition = threads.submit(acquireJobsRunnable);
  }

  @Override
  protected void stopExecutingJobs() {
    if (acquisition != null) {
      acquisition.cancel(true);
    }
  }

  @Override
  public void executeJobs(List<String> jobIds, ProcessEngineImpl engine) {
    try {
      threads.execute(getExecuteJobsRunnable(jobIds, engine));
    } catch (RejectedExecutionException full) {
      logRejectedExecution(engine, jobIds.size());
      rejectedJobsHandler.jobsRejected(jobIds, engine, this);
    }
  }
}

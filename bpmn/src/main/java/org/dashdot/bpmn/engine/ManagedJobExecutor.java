package org.dashdot.bpmn.engine;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;

/** Runs the engine's jobs on the server's managed threads, as they may touch its transactions. */
public final class ManagedJobExecutor extends JobExecutor {

  private final ManagedExecutorService threads;
  private Future<?> acquisition;

  ManagedJobExecutor(ManagedExecutorService threads) {
    this.threads = threads;
    setLockTimeInMillis(60_000);
    setWaitTimeInMillis(500);
    setMaxWait(2_000);
    setMaxJobsPerAcquisition(8);
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

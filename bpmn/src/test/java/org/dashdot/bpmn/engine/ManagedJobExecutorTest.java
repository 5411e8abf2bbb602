package org.dashdot.bpmn.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;

class ManagedJobExecutorTest {

  private final ManagedJobExecutor jobs = new ManagedJobExecutor(null, "node-a");

  @Test
  void aTimerIsNeverLateByMoreThanSeconds() {
    assertThat(Duration.ofMillis(jobs.getWaitTimeInMillis())).hasMillis(500);
    assertThat(Duration.ofMillis(jobs.getMaxWait())).hasSeconds(2);
    assertThat(Duration.ofMillis(jobs.getLockTimeInMillis())).hasSeconds(60);
  }

  @Test
  void aNodeFreesTheLocksOfItsOwnEarlierLifeOnly() throws SQLException {
    ProcessEngine engine = EngineUnderTest.build();
    EngineUnderTest.deploy(
        engine, "late", "<userTask id='task' name='Wait' camunda:asyncBefore='true'/>");
    engine.getRuntimeService().startProcessInstanceByKey("late");
    engine.getRuntimeService().startProcessInstanceByKey("late");
    List<Job> waiting = engine.getManagementService().createJobQuery().list();
    lock(engine, waiting.get(0), "node-a");
    lock(engine, waiting.get(1), "node-b");

    jobs.freeOwnLocks(engine.getProcessEngineConfiguration().getDataSource());

    assertThat(engine.getManagementService().createJobQuery().list())
        .extracting(job -> ((JobEntity) job).getLockOwner())
        .containsExactlyInAnyOrder(null, "node-b");
    engine.close();
  }

  private static void lock(ProcessEngine engine, Job job, String owner) {
    ((ProcessEngineImpl) engine)
        .getProcessEngineConfiguration()
        .getCommandExecutorTxRequired()
        .execute(
            context -> {
              JobEntity entity = context.getJobManager().findJobById(job.getId());
              entity.setLockOwner(owner);
              entity.setLockExpirationTime(
                  new java.util.Date(ClockUtil.getCurrentTime().getTime() + 60_000));
              return null;
            });
  }
}

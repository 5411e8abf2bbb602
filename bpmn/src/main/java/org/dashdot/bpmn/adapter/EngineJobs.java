package org.dashdot.bpmn.adapter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.dashdot.bpmn.activity.TicketVariable;
import org.dashdot.bpmn.engine.Engine;
import org.dashdot.shared.BlindSpot;
import org.dashdot.ticket.EngineHealth;

/** Jobs that failed until their retries were used up; with any of them the dot is blind. */
@ApplicationScoped
public class EngineJobs implements EngineHealth, BlindSpot {

  @Inject Engine engine;

  @Override
  public List<FailedJob> failedJobs(int most) {
    ProcessEngine running = engine.get();
    return running
        .getManagementService()
        .createJobQuery()
        .noRetriesLeft()
        .listPage(0, most)
        .stream()
        .map(job -> failed(running, job))
        .toList();
  }

  private static FailedJob failed(ProcessEngine running, Job job) {
    Object number =
        running.getRuntimeService().getVariable(job.getExecutionId(), TicketVariable.NAME);
    return new FailedJob(
        String.valueOf(number), job.getFailedActivityId(), job.getExceptionMessage());
  }

  @Override
  public List<String> blind() {
    long failed = engine.get().getManagementService().createJobQuery().noRetriesLeft().count();
    return failed == 0 ? List.of() : List.of(failed + " steps of tickets failed and wait");
  }
}

package org.dashdot.bpmn.adapter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.dashdot.bpmn.activity.TicketVariable;
import org.dashdot.bpmn.engine.Engine;
import org.dashdot.shared.BlindSpot;
import org.dashdot.shared.Settings;
import org.dashdot.ticket.EngineHealth;

/**
 * Jobs that failed until their retries were used up, and those that should have run and did not;
 * with any of them the dot is blind.
 */
@ApplicationScoped
public class EngineJobs implements EngineHealth, BlindSpot {

  private static final Duration COUNTED = Duration.ofSeconds(2);

  @Inject Engine engine;
  @Inject Settings settings;
  @Inject Clock clock;

  private volatile Counts last;

  private record Counts(long failed, long overdue, Instant until) {}

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
  public long overdueJobs() {
    return counts().overdue();
  }

  @Override
  public List<String> blind() {
    Counts counts = counts();
    List<String> blind = new ArrayList<>();
    if (counts.failed() > 0) {
      blind.add(counts.failed() + " steps of tickets failed and wait");
    }
    if (counts.overdue() > 0) {
      blind.add(counts.overdue() + " timers of tickets should have fired and did not");
    }
    return blind;
  }

  /** The dot asks twice a second; the jobs are as many as the open tickets. */
  private Counts counts() {
    Counts known = last;
    Instant now = clock.instant();
    if (known == null || !now.isBefore(known.until())) {
      ManagementService jobs = engine.get().getManagementService();
      Date late = Date.from(now.minus(settings.duration("engine.overdue")));
      known =
          new Counts(
              jobs.createJobQuery().noRetriesLeft().count(),
              jobs.createJobQuery().withRetriesLeft().active().duedateLowerThan(late).count(),
              now.plus(COUNTED));
      last = known;
    }
    return known;
  }
}

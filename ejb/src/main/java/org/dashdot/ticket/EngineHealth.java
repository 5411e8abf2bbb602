package org.dashdot.ticket;

import java.util.List;

/** What went wrong inside the process engine. */
public interface EngineHealth {

  /** A job that failed until its retries were used up. */
  record FailedJob(String ticketNumber, String activity, String message) {}

  List<FailedJob> failedJobs(int most);

  /** How many steps and timers should have run for a while and did not. */
  long overdueJobs();
}

package org.dashdot.intake;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import org.dashdot.ticket.NoiseReport;

/** Each Monday morning, on one node of the cluster. */
@Singleton
public class WeeklyNoise {

  @Inject NoiseReport report;
  @Inject Doors doors;

  @Schedule(dayOfWeek = "Mon", hour = "7", minute = "30", info = "dash-dot: noise of the week")
  public void tick() {
    if (doors.isOpen()) {
      report.write();
    }
  }
}

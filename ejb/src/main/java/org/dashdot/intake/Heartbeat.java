package org.dashdot.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import org.dashdot.notification.StuckOutbox;
import org.dashdot.shared.BlindSpot;
import org.dashdot.shared.OutsideWatch;
import org.dashdot.ticket.DotReader;
import org.dashdot.ticket.EngineHealth;

/**
 * Tells somebody outside that dash-dot works: its database answers, the timers of its tickets run
 * and its messages leave. When they do not, it is silent, and the outside raises the alarm.
 */
@ApplicationScoped
public class Heartbeat implements BlindSpot {

  private static final Logger LOG = System.getLogger(Heartbeat.class.getName());

  @Inject OutsideWatch watch;
  @Inject EngineHealth engine;
  @Inject DotReader dot;
  @Inject StuckOutbox outbox;

  private volatile String unheard;

  /** Fails when the database does. */
  void beat() {
    if (!watch.expects()) {
      return;
    }
    dot.now();
    if (engine.overdueJobs() > 0 || outbox.stuck() > 0) {
      return;
    }
    try {
      watch.alive();
      if (unheard != null) {
        LOG.log(Level.INFO, "The outside watch is reached again");
      }
      unheard = null;
    } catch (IOException e) {
      if (unheard == null) {
        LOG.log(Level.WARNING, "The outside watch cannot be reached: {0}", e.getMessage());
      }
      unheard = "the outside watch cannot be reached: " + e.getMessage();
    }
  }

  @Override
  public List<String> blind() {
    return List.of();
  }

  @Override
  public List<String> notes() {
    String note = unheard;
    return note == null ? List.of() : List.of(note);
  }
}

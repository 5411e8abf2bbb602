package org.dashdot.intake;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dashdot.imperfection.Imperfection;
import org.dashdot.imperfection.Imperfections;
import org.dashdot.shared.SelfReport;
import org.dashdot.shared.Settings;
import org.dashdot.signal.Signal;
import org.dashdot.signal.Source;
import org.dashdot.signal.SourceState;
import org.dashdot.signal.Sources;
import org.dashdot.ticket.EngineHealth;
import org.dashdot.ticket.TicketClearing;

/** Ends what was not repeated, and only where its source is known to be alive. */
@Stateless
public class Expirer {

  private static final Logger LOG = System.getLogger(Expirer.class.getName());
  private static final String HEARTBEAT_MISSING = "HeartbeatMissing";
  private static final String STEP_FAILED = "ProcessStepFailed";
  private static final int BATCH = 200;
  private static final int FAILED_SHOWN = 20;

  @Inject Imperfections imperfections;
  @Inject Sources sources;
  @Inject TicketClearing tickets;
  @Inject Integrations integrations;
  @Inject Settings settings;
  @Inject Clock clock;
  @Inject SelfReport selfReport;
  @Inject EngineHealth engine;

  /** Pushed conditions whose end passed: cleared when the source lives, else unconfirmed. */
  public void expire() {
    Instant now = clock.instant();
    List<Imperfection> gone = new ArrayList<>();
    List<Imperfection> doubtful = new ArrayList<>();
    for (Imperfection imperfection : imperfections.expired(now, BATCH)) {
      if (livedOn(imperfection, now)) {
        imperfection.clears(now);
        gone.add(imperfection);
      } else {
        imperfection.doubt();
        doubtful.add(imperfection);
      }
    }
    if (!gone.isEmpty()) {
      tickets.cleared(gone);
    }
    if (!doubtful.isEmpty()) {
      tickets.doubted(doubtful);
    }
  }

  /**
   * Its source lives, and lived when it should have repeated this. A heartbeat that came with the
   * last repeat proves nothing: the source may have died right after it.
   */
  private boolean livedOn(Imperfection imperfection, Instant now) {
    SourceState state = sources.state(imperfection.sourceId());
    return state != null
        && state.knownAlive(now, heartbeatLost())
        && state.livedAt(imperfection.repeatDue());
  }

  /** A poll failed. When it was one too many: a ticket, the dot is blind, and nothing clears. */
  public void missed(Source source, String why, Duration interval) {
    if (sources.missed(source.id(), why, interval)) {
      LOG.log(Level.WARNING, "Source {0} is silent: {1}", source.name(), why);
      doubtAllOf(source.id());
      selfReport.lacks(
          "SourceSilent",
          source.name(),
          "critical",
          "Source " + source.name() + " is silent: " + why);
    }
  }

  private void doubtAllOf(Long sourceId) {
    List<Imperfection> doubtful =
        imperfections.burningOf(sourceId).stream()
            .filter(i -> i.state() == Imperfection.State.OPEN)
            .toList();
    doubtful.forEach(Imperfection::doubt);
    if (!doubtful.isEmpty()) {
      tickets.doubted(doubtful);
    }
  }

  /** A polled source answered: what it no longer lists has cleared. */
  public void absent(Source source, List<Signal> listed, Set<String> fingerprints) {
    List<Imperfection> gone =
        imperfections.burningOf(source.id()).stream()
            .filter(i -> !fingerprints.contains(i.fingerprint()))
            .collect(Collectors.toList());
    gone.removeIf(i -> !i.clears(clock.instant()));
    if (!gone.isEmpty()) {
      tickets.cleared(gone);
    }
  }

  /**
   * Sources that used to say they live and stopped: silent, a ticket, and the dot is blind.
   *
   * @param since when dash-dot began to listen: it misses none that came before
   */
  public void listenForHeartbeats(Instant since) {
    Instant now = clock.instant();
    boolean heardLongEnough = since.isBefore(now.minus(heartbeatLost()));
    for (Sources.Row row : sources.all()) {
      boolean pushing =
          row.source().enabled()
              && (row.source().url() == null
                  || integrations.livesByValues(row.source().integration()));
      boolean lost = row.state().heartbeatLost(now, heartbeatLost());
      if (pushing
          && lost
          && heardLongEnough
          && row.state().state() != SourceState.State.SILENT
          && !builtIn(row)) {
        sources.silent(row.source().id(), "its dead man's switch is missing");
        doubtAllOf(row.source().id());
        selfReport.lacksNow(
            HEARTBEAT_MISSING,
            row.source().name(),
            "Source " + row.source().name() + " is silent: its dead man's switch is missing");
      } else if (pushing && !lost && row.state().heartbeatExpected()) {
        selfReport.mended(HEARTBEAT_MISSING, row.source().name());
      }
    }
  }

  /** How much burns at each source that pushes; a polled one says so itself. */
  public void countFiring() {
    for (Sources.Row row : sources.all()) {
      if (row.source().url() == null && !builtIn(row)) {
        sources.firing(row.source().id(), (int) imperfections.burningCount(row.source().id()));
      }
    }
  }

  /** Steps of processes that failed for good are imperfections of dash-dot itself, one per step. */
  public void reportFailedSteps() {
    List<EngineHealth.FailedJob> failed = engine.failedJobs(FAILED_SHOWN);
    if (failed.size() < FAILED_SHOWN) {
      // Only a whole list says that a step is repaired.
      Set<String> still =
          failed.stream().map(EngineHealth.FailedJob::activity).collect(Collectors.toSet());
      reportedSteps().stream()
          .filter(step -> !still.contains(step))
          .forEach(step -> selfReport.mended(STEP_FAILED, step));
    }
    failed.forEach(
        job ->
            selfReport.lacks(
                STEP_FAILED,
                job.activity(),
                "critical",
                "The step " + job.activity() + " of ticket #" + job.ticketNumber() + " failed"));
  }

  private Set<String> reportedSteps() {
    return sources.named(SelfReports.SOURCE).stream()
        .flatMap(self -> imperfections.burningOf(self.id()).stream())
        .filter(i -> i.name().equals(STEP_FAILED))
        .flatMap(i -> i.labels().get("subject").stream())
        .collect(Collectors.toSet());
  }

  private static boolean builtIn(Sources.Row row) {
    return row.source().integration().equals(SelfReports.SOURCE);
  }

  private Duration heartbeatLost() {
    return settings.duration("source.heartbeat-lost");
  }
}

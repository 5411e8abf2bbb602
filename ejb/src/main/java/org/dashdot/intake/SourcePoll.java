package org.dashdot.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.dashdot.check.StillBurning;
import org.dashdot.imperfection.Imperfections;
import org.dashdot.shared.SelfReport;
import org.dashdot.shared.Settings;
import org.dashdot.signal.Identity;
import org.dashdot.signal.Reading;
import org.dashdot.signal.Signal;
import org.dashdot.signal.SignalSource;
import org.dashdot.signal.Source;
import org.dashdot.signal.SourceUnreachable;
import org.dashdot.signal.Sources;

/** Asks one source, stores what it says, and concludes from what it no longer says. */
@ApplicationScoped
public class SourcePoll {

  private static final Logger LOG = System.getLogger(SourcePoll.class.getName());

  /** Names of sources whose last answer could not be taken in. */
  private final Set<String> failing = ConcurrentHashMap.newKeySet();

  @Inject Integrations integrations;
  @Inject Sources sources;
  @Inject SignalIntake intake;
  @Inject Expirer expirer;
  @Inject Imperfections imperfections;
  @Inject Identity identity;
  @Inject StillBurning stillBurning;
  @Inject Settings settings;
  @Inject Clock clock;
  @Inject SelfReport selfReport;

  void poll(Source source) {
    Duration interval = settings.duration("source.poll-interval");
    try {
      Reading reading = ask(source);
      intake.store(source, reading);
      if (reading.whole()) {
        expirer.absent(source, reading.signals(), fingerprints(reading.signals()));
      }
      boolean lives = reading.measured() || !integrations.livesByValues(source.integration());
      sources.polled(source.id(), burning(source, reading), interval, lives);
      selfReport.mended("SourceSilent", source.name());
      failing.remove(source.name());
    } catch (SourceUnreachable e) {
      expirer.missed(source, e.getMessage(), interval);
    } catch (RuntimeException e) {
      // It is asked again when its lease has ended; what it says then is stored, or said here once.
      if (failing.add(source.name())) {
        LOG.log(Level.ERROR, "What source " + source.name() + " answered cannot be taken in", e);
      }
    }
  }

  /** Whatever goes wrong while asking, a source that cannot be asked is silent. */
  private Reading ask(Source source) {
    try {
      SignalSource polled = integrations.polled(source.integration()).orElseThrow();
      return polled.poll(
          new SignalSource.Question(
              source.name(),
              source.url(),
              source.secret(),
              settings.duration("source.poll-timeout"),
              clock.instant(),
              sources.state(source.id()).lastReceivedAt(),
              name -> stillBurning.burning(source.id(), name)));
    } catch (SourceUnreachable e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "Asking source " + source.name() + " failed", e);
      throw new SourceUnreachable("asking it failed: " + e, e);
    }
  }

  /** How much burns: what a whole answer lists, else what is known. */
  private int burning(Source source, Reading reading) {
    return reading.whole()
        ? reading.signals().size()
        : (int) imperfections.burningCount(source.id());
  }

  private Set<String> fingerprints(List<Signal> signals) {
    return signals.stream().map(s -> identity.of(s).value()).collect(Collectors.toSet());
  }
}

package org.dashdot.intake;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.dashdot.access.Actor;
import org.dashdot.access.NotAllowed;
import org.dashdot.access.Right;
import org.dashdot.access.Role;
import org.dashdot.check.Vitals;
import org.dashdot.check.Watching;
import org.dashdot.check.Window;
import org.dashdot.shared.BlindSpot;
import org.dashdot.shared.Durability;
import org.dashdot.shared.Settings;
import org.dashdot.shared.Unknown;
import org.dashdot.signal.Delivery;
import org.dashdot.signal.Door;
import org.dashdot.signal.Reading;
import org.dashdot.signal.Rejections;
import org.dashdot.signal.Signal;
import org.dashdot.signal.SignalDecoder;
import org.dashdot.signal.Source;
import org.dashdot.signal.Sources;
import org.dashdot.signal.Undecodable;
import org.dashdot.topology.Sightings;

/**
 * The one door: what it accepts is committed before it answers. The same signal twice is harmless.
 * A part that cannot be stored never fails its neighbours: the batch is halved until it is alone.
 */
@ApplicationScoped
public class SignalIntake implements BlindSpot, Door {

  private static final Logger LOG = System.getLogger(SignalIntake.class.getName());
  private static final int TRIES = 3;
  private static final int BATCH = 256;
  private static final Actor LISTENER = Actor.system("listener");

  @Inject Integrations integrations;
  @Inject Sources sources;
  @Inject SignalBatch batch;
  @Inject Rejections rejections;
  @Inject Doors doors;
  @Inject Settings settings;
  @Inject Durability durability;
  @Inject Watching watching;
  @Inject Window window;
  @Inject Vitals vitals;
  @Inject Sightings sightings;
  @Inject Rates rates;

  private Semaphore places;

  /** Names of sources of whose last delivery not everything could be stored. */
  private final Set<String> failing = ConcurrentHashMap.newKeySet();

  @jakarta.annotation.PostConstruct
  void makePlaces() {
    places = new Semaphore(settings.number("intake.at-once"), true);
  }

  /**
   * Takes in what somebody pushed.
   *
   * @return how many observations it held, all committed
   * @throws Undecodable when some of it will never parse; that is kept as rejected, the rest stored
   * @throws IntakeClosed when it cannot be taken now
   * @throws Unknown when there is no such integration
   */
  public int accept(String integration, Delivery delivery, Actor actor) {
    mayPush(actor);
    SignalDecoder decoder =
        integrations
            .decoder(integration)
            .orElseThrow(() -> new Unknown("There is no integration " + integration));
    enter();
    durability.push();
    try {
      Source source = source(integration, actor);
      Reading reading = decoded(decoder, delivery.signedWith(source.secret()), source);
      int failed = store(source, reading);
      sources.received(source.id(), reading.heartbeat(), reading.measured(), reading.size() > 0);
      if (failed > 0) {
        throw new IntakeClosed(failed + " of it cannot be stored now; try again.", null);
      }
      if (!reading.refused().isEmpty() && !decoder.repeatsWhatIsRefused()) {
        throw new Undecodable(sentence(reading));
      }
      return reading.size();
    } catch (EJBException e) {
      throw new IntakeClosed("The database does not take anything now; try again.", e);
    } finally {
      places.release();
    }
  }

  @Override
  public boolean take(String integration, Delivery delivery) {
    try {
      accept(integration, delivery, LISTENER);
      return true;
    } catch (Undecodable e) {
      // It is kept as rejected, and its sender waits for no answer.
      return true;
    } catch (IntakeClosed e) {
      return false;
    } finally {
      durability.forget();
    }
  }

  /** The same administrator, speaking for one source. */
  Actor speakingFor(Source source, Actor actor) {
    return new Actor(
        actor.kind(),
        actor.personId(),
        actor.name(),
        actor.roles(),
        actor.teams(),
        source.id(),
        actor.authenticatedAt(),
        actor.origin());
  }

  @Override
  public List<String> blind() {
    return failing.stream().map(name -> "what " + name + " says cannot be stored").toList();
  }

  /**
   * Stores what a source said; what of it could not be read is kept as rejected. A signal that
   * alone cannot be stored is kept as rejected; the fault is ours, so the sender should bring it
   * again.
   *
   * @return how many could not be stored
   * @throws IntakeClosed when none of them could be stored
   */
  int store(Source source, Reading reading) {
    if (!reading.refused().isEmpty()) {
      durability.writes();
      rejections.keep(source.id(), source.integration(), reading.refused());
    }
    rates.came(source.id(), reading.size());
    window.add(source, reading);
    sightings.measured(reading.samples());
    vitals.measured(reading.samples());
    watching.judge(source, reading, signals -> storeJudged(source, signals));
    return store(source, reading.signals());
  }

  /**
   * Stores what checks say of a source.
   *
   * @throws IntakeClosed when not all of it could be stored
   */
  void storeJudged(Source source, List<Signal> signals) {
    if (store(source, signals) > 0) {
      throw new IntakeClosed("What checks say of it cannot be stored now; try again.", null);
    }
  }

  private int store(Source source, List<Signal> signals) {
    Map<Signal, EJBException> failed = new IdentityHashMap<>();
    for (int from = 0; from < signals.size(); from += BATCH) {
      storeOrHalve(source, signals.subList(from, Math.min(signals.size(), from + BATCH)), failed);
    }
    if (failed.isEmpty()) {
      if (!signals.isEmpty()) {
        failing.remove(source.name());
      }
      return 0;
    }
    EJBException why = failed.values().iterator().next();
    if (failing.add(source.name())) {
      LOG.log(Level.ERROR, "What " + source.name() + " says cannot be stored", why);
    }
    if (failed.size() == signals.size()) {
      throw new IntakeClosed("It cannot be stored now; try again.", why);
    }
    failed.forEach((signal, reason) -> reject(source, signal, reason));
    return failed.size();
  }

  private void storeOrHalve(Source source, List<Signal> signals, Map<Signal, EJBException> failed) {
    EJBException last = null;
    for (int tries = 0; tries < TRIES; tries++) {
      try {
        batch.merge(source, signals);
        return;
      } catch (EJBException clash) {
        last = clash;
      }
    }
    if (signals.size() > 1) {
      int half = signals.size() / 2;
      storeOrHalve(source, signals.subList(0, half), failed);
      storeOrHalve(source, signals.subList(half, signals.size()), failed);
    } else {
      failed.put(signals.get(0), last);
    }
  }

  /** If even the rejection cannot be kept, the database is at fault and not the signal. */
  private void reject(Source source, Signal signal, EJBException why) {
    rejections.keep(
        source.id(),
        source.integration(),
        List.of(new Reading.Refusal("It cannot be stored: " + why.getMessage(), signal.raw())));
  }

  private Reading decoded(SignalDecoder decoder, Delivery delivery, Source source) {
    try {
      return decoder.decode(delivery);
    } catch (Undecodable e) {
      durability.writes();
      rejections.keep(source.id(), source.integration(), delivery, e.getMessage());
      if (decoder.repeatsWhatIsRefused()) {
        return Reading.whole(List.of());
      }
      throw e;
    }
  }

  private static String sentence(Reading reading) {
    String first = reading.refused().get(0).reason();
    if (reading.size() == 0 && reading.refused().size() == 1) {
      return first;
    }
    return reading.refused().size()
        + " of "
        + (reading.size() + reading.refused().size())
        + " cannot be read, the rest is stored. The first: "
        + first;
  }

  private Source source(String integration, Actor actor) {
    // A polled source may have this name: it keeps its address.
    return actor.sourceId() == null
        ? sources.named(integration).orElseGet(() -> sources.ensure(integration, integration, null))
        : sources.byId(actor.sourceId());
  }

  private void enter() {
    if (!doors.isOpen()) {
      throw new IntakeClosed("dash-dot is starting or stopping; try again.", null);
    }
    try {
      if (!places.tryAcquire(5, TimeUnit.SECONDS)) {
        throw new IntakeClosed("Too much at once; try again.", null);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IntakeClosed("dash-dot is stopping; try again.", e);
    }
  }

  private static void mayPush(Actor actor) {
    boolean program = actor.kind() != Actor.Kind.PERSON;
    if (!program && !actor.has(Role.ENGINEER) && !actor.has(Role.ADMIN)) {
      throw new NotAllowed(Right.ADMINISTER);
    }
  }
}

package org.dashdot.intake;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dashdot.imperfection.Imperfection;
import org.dashdot.imperfection.Imperfections;
import org.dashdot.shared.Settings;
import org.dashdot.signal.Fingerprint;
import org.dashdot.signal.Identity;
import org.dashdot.signal.RawPayloads;
import org.dashdot.signal.Severity;
import org.dashdot.signal.Signal;
import org.dashdot.signal.SignalMeter;
import org.dashdot.signal.Source;
import org.dashdot.signal.Sources;
import org.dashdot.ticket.TicketClearing;
import org.dashdot.ticket.TicketOpening;
import org.dashdot.ticket.TicketOpening.Fired;
import org.dashdot.topology.Sightings;
import org.dashdot.topology.Surroundings;

/**
 * One batch of signals in one transaction: keep raw, fingerprint, merge, suppress, group, ticket.
 */
@Stateless
public class SignalBatch {

  @Inject Repeats repeats;
  @Inject RawPayloads rawPayloads;
  @Inject Imperfections imperfections;
  @Inject TicketOpening tickets;
  @Inject TicketClearing clearing;
  @Inject Identity identity;
  @Inject Surroundings surroundings;
  @Inject Sightings sightings;
  @Inject SignalMeter meter;
  @Inject Sources sources;
  @Inject Settings settings;
  @Inject Clock clock;

  /** What the batch changes, gathered before tickets hear of it. */
  private static final class Changes {
    final List<Fired> fired = new ArrayList<>();
    final List<Fired> worse = new ArrayList<>();
    final List<Imperfection> cleared = new ArrayList<>();
    final Map<Optional<Instant>, List<Long>> repeats = new HashMap<>();
  }

  /** Joins the caller's transaction, or makes one. */
  public void merge(Source source, List<Signal> signals) {
    Map<Signal, Fingerprint> all = fingerprints(signals);
    Map<Signal, Fingerprint> fingerprints = all.isEmpty() ? all : repeats.without(source, all);
    if (fingerprints.isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    rawPayloads.keep(source.id(), fingerprints, now);
    Map<String, Imperfection> known =
        new HashMap<>(
            imperfections.byFingerprint(
                fingerprints.values().stream()
                    .map(Fingerprint::value)
                    .distinct()
                    .sorted()
                    .toList()));
    Changes changes = new Changes();
    fingerprints.forEach((signal, print) -> merge(source, signal, print, known, changes, now));
    changes.repeats.forEach(
        (expiresAt, ids) -> imperfections.repeated(ids, now, expiresAt.orElse(null), 1));
    tell(changes, now);
  }

  private Map<Signal, Fingerprint> fingerprints(List<Signal> signals) {
    Map<Signal, Fingerprint> fingerprints = new LinkedHashMap<>();
    signals.stream()
        .filter(signal -> !signal.heartbeat())
        .forEach(signal -> fingerprints.put(signal, identity.of(signal)));
    return fingerprints;
  }

  private void merge(
      Source source,
      Signal signal,
      Fingerprint print,
      Map<String, Imperfection> known,
      Changes changes,
      Instant now) {
    Imperfection imperfection = known.get(print.value());
    if (!signal.firing()) {
      if (imperfection != null
          && !imperfection.outdates(signal)
          && imperfection.clears(signal, now)) {
        changes.cleared.add(imperfection);
      }
      return;
    }
    if (imperfection == null) {
      imperfection = new Imperfection(print, source.id(), signal, now, signal.endsAt());
      surroundings.heard(signal.labels());
      imperfections.add(imperfection);
      known.put(print.value(), imperfection);
      changes.fired.add(fired(imperfection, signal, source, now));
    } else if (imperfection.muteEnds(now)) {
      imperfection.fires(signal, source.id(), now, signal.endsAt());
      changes.fired.add(fired(imperfection, signal, source, now));
    } else if (imperfection.repeats(signal)) {
      if (imperfection.times() > 0 && imperfection.id() != null) {
        changes
            .repeats
            .computeIfAbsent(Optional.ofNullable(signal.endsAt()), end -> new ArrayList<>())
            .add(imperfection.id());
      }
    } else {
      changed(source, signal, imperfection, changes, now);
    }
  }

  /** Annotations with a measured value change all the time: only what is worse concerns tickets. */
  private void changed(
      Source source, Signal signal, Imperfection imperfection, Changes changes, Instant now) {
    Severity before = imperfection.severity();
    if (imperfection.fires(signal, source.id(), now, signal.endsAt())) {
      changes.fired.add(fired(imperfection, signal, source, now));
    } else if (imperfection.severity() != before) {
      changes.worse.add(fired(imperfection, signal, source, now));
    }
  }

  /** What burnt long before its source was first heard of is no news to be told one by one. */
  private Fired fired(Imperfection imperfection, Signal signal, Source source, Instant now) {
    Instant old = now.minus(settings.duration("first-contact.old"));
    boolean found =
        imperfection.startsAt().isBefore(old)
            && now.isBefore(
                sources.firstContact(source.id()).plus(settings.duration("first-contact.window")));
    return new Fired(imperfection, signal.groupKey(), source.name(), found);
  }

  private void tell(Changes changes, Instant now) {
    Stream.concat(changes.fired.stream(), changes.worse.stream())
        .map(Fired::imperfection)
        .forEach(
            imperfection -> {
              meter.count(imperfection.severity());
              sightings.heard(imperfection.labels());
            });
    List<Fired> unmuted = changes.fired.stream().filter(f -> !f.imperfection().muted(now)).toList();
    if (!unmuted.isEmpty()) {
      tickets.fired(unmuted);
    }
    List<Fired> worse = changes.worse.stream().filter(f -> !f.imperfection().muted(now)).toList();
    if (!worse.isEmpty()) {
      tickets.worsened(worse);
    }
    if (!changes.cleared.isEmpty()) {
      clearing.cleared(changes.cleared);
    }
  }
}

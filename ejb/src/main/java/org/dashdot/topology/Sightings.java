package org.dashdot.topology;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.dashdot.signal.Labels;
import org.dashdot.signal.Sample;

/**
 * Everything that is known to exist, in memory; seconds old at most. What nobody spoke of for a
 * month is taken to be gone, unless an inventory names it.
 */
@ApplicationScoped
public class Sightings {

  private static final Duration GONE_AFTER = Duration.ofDays(30);
  private static final Duration WRITTEN_EVERY = Duration.ofDays(1);

  /** More than these are not learnt: they would be names that change all the time. */
  private static final int MOST = 50_000;

  @Inject SightingRows rows;
  @Inject Surroundings surroundings;
  @Inject Clock clock;

  private final Set<Place> heard = ConcurrentHashMap.newKeySet();
  private volatile Map<Place, Instant> known = Map.of();
  private volatile Set<Place> planned = Set.of();
  private volatile List<Place> all = List.of();
  private String state = "";

  /** What was reported of exists. */
  public void heard(Labels labels) {
    Place.named(labels).forEach(this::heard);
  }

  /** What was measured exists. */
  public void measured(Collection<Sample> samples) {
    Set<String> hosts = new HashSet<>();
    for (Sample sample : samples) {
      sample.labels().host().filter(hosts::add).ifPresent(host -> heard(sample.labels()));
    }
  }

  private void heard(Place place) {
    Instant before = known.get(place);
    boolean fresh = before == null && known.size() + heard.size() < MOST;
    if (fresh || before != null && before.plus(WRITTEN_EVERY).isBefore(clock.instant())) {
      heard.add(place);
    }
  }

  /** Writes what was heard, and takes up what changed. */
  public void beat() {
    Set<Place> fresh = new HashSet<>(heard);
    if (!fresh.isEmpty()) {
      rows.seen(fresh, clock.instant());
      heard.removeAll(fresh);
    }
    String now = rows.state();
    Set<Place> inventory = surroundings.planned();
    if (!now.equals(state) || inventory != planned) {
      known =
          rows.since(clock.instant().minus(GONE_AFTER), MOST).stream()
              .collect(Collectors.toMap(Sighting::place, Sighting::seenAt));
      planned = inventory;
      all = together(known.keySet(), inventory);
      state = now;
    }
  }

  /** An inventory that names a host as what something depends on does not make it a service. */
  static List<Place> together(Set<Place> known, Set<Place> inventory) {
    Set<Place> places = new TreeSet<>(ByName.OF_PLACES);
    places.addAll(known);
    places.addAll(inventory);
    places.removeIf(
        place ->
            place.tier() == Tier.APPLICATION
                && inventory.contains(place)
                && !known.contains(place)
                && (places.contains(new Place(Tier.SYSTEM, place.name()))
                    || places.contains(new Place(Tier.HARDWARE, place.name()))));
    return List.copyOf(places);
  }

  /** By tier and then by name, with numbers in names by their size. */
  public List<Place> all() {
    return all;
  }
}

package org.dashdot.dot;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dashdot.ticket.DotReader.Burning;
import org.dashdot.ticket.Priority;
import org.dashdot.topology.ByName;
import org.dashdot.topology.Place;
import org.dashdot.topology.Tier;

/**
 * Which cells the ring has. Few places have a cell each; of many, neighbours by name share one, cut
 * where names differ in more than a number if that can be. What burns at a place that nobody knows
 * of still has its cell, so that nothing that is counted is missing.
 */
public final class Ring {

  /** More cells than these cannot be told apart. */
  static final int MOST = 72;

  private final List<Cell> cells = new ArrayList<>();
  private final Map<String, String> cellOfPlace = new HashMap<>();
  private final Map<String, List<Burning>> burning;
  private final int stormGroups;

  private Ring(Collection<Burning> burning, int stormGroups) {
    this.burning = burning.stream().collect(Collectors.groupingBy(Burning::cell));
    this.stormGroups = stormGroups;
  }

  /**
   * Draws the ring.
   *
   * @param known everything that exists
   * @param stormGroups how many high groups burn on storms
   */
  public static Ring of(
      Collection<Place> known, Collection<Burning> burning, int stormGroups, Scope scope) {
    Ring ring = new Ring(burning, stormGroups);
    TreeSet<Place> places = new TreeSet<>(ByName.OF_PLACES);
    places.addAll(known);
    ring.burning.keySet().forEach(key -> Place.read(key).ifPresent(places::add));
    places.removeIf(place -> !scope.holds(place));
    for (Tier tier : Tier.values()) {
      List<Place> arc = places.stream().filter(place -> place.tier() == tier).toList();
      int share = places.size() <= MOST ? arc.size() : share(arc.size(), places.size());
      cut(arc, share).forEach(ring::add);
    }
    if (scope.whole() && ring.burning.containsKey(Place.NOWHERE)) {
      ring.add(List.of());
    }
    return ring;
  }

  /** Small arcs are never squeezed out by large ones. */
  private static int share(int places, int all) {
    return Math.max(Math.min(places, MOST / 6), (int) ((long) places * MOST / all));
  }

  /** In their order: by tier, then by name. */
  public List<Cell> cells() {
    return List.copyOf(cells);
  }

  /** The key of the cell in which a place lies; null when it is out of scope. */
  public String cellOf(String place) {
    return cellOfPlace.get(place);
  }

  static List<List<Place>> cut(List<Place> arc, int most) {
    List<List<Place>> parts = new ArrayList<>();
    if (arc.isEmpty()) {
      return parts;
    }
    int size = (arc.size() + most - 1) / most;
    int from = 0;
    while (from < arc.size()) {
      int end = Math.min(arc.size(), from + size);
      if (size > 1) {
        end = seam(arc, from, end);
      }
      parts.add(arc.subList(from, end));
      from = end;
    }
    return parts;
  }

  /** The last place up to here after which another kind of name begins; else here. */
  private static int seam(List<Place> arc, int from, int end) {
    if (end == arc.size()) {
      return end;
    }
    for (int at = end; at > from + (end - from) / 2; at--) {
      if (!stem(arc.get(at - 1)).equals(stem(arc.get(at)))) {
        return at;
      }
    }
    return end;
  }

  private static String stem(Place place) {
    return place.name().replaceFirst("[-_.]?[0-9].*", "");
  }

  private void add(List<Place> places) {
    List<String> keys =
        places.isEmpty() ? List.of(Place.NOWHERE) : places.stream().map(Place::key).toList();
    List<Burning> here =
        keys.stream().flatMap(key -> burning.getOrDefault(key, List.of()).stream()).toList();
    String key =
        keys.size() == 1 ? keys.get(0) : Scope.key(places.get(0), places.get(places.size() - 1));
    keys.forEach(one -> cellOfPlace.put(one, key));
    int storms = places.isEmpty() ? stormGroups : 0;
    cells.add(
        new Cell(
            key,
            places.isEmpty() ? "" : places.get(0).tier().word(),
            name(places),
            places.size(),
            here.stream().map(Burning::priority).min(Priority::compareTo).orElse(null),
            storms
                + here.stream()
                    .filter(some -> some.priority().high())
                    .mapToInt(some -> some.count() - some.storms())
                    .sum(),
            here.stream().filter(some -> !some.priority().high()).mapToInt(Burning::count).sum(),
            here.stream().anyMatch(some -> some.unsure() > 0)));
  }

  private static String name(List<Place> places) {
    if (places.isEmpty()) {
      return "";
    }
    String first = places.get(0).name();
    return places.size() == 1 ? first : first + " \u2026 " + places.get(places.size() - 1).name();
  }
}

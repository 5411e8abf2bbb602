package org.dashdot.dot;

import java.util.Optional;
import org.dashdot.topology.ByName;
import org.dashdot.topology.Place;
import org.dashdot.topology.Tier;

/**
 * Which part of the ring is looked at: the whole, or one arc from one name to another.
 *
 * @param tier null for the whole
 * @param first the first name; null with the whole
 * @param last the last name; null with the whole
 */
public record Scope(Tier tier, String first, String last) {

  /** Everything. */
  public static final Scope WHOLE = new Scope(null, null, null);

  private static final String UNTIL = "~";

  /** Reads {@code tier:first~last}; everything when it is none. */
  public static Scope read(String text) {
    Optional<Place> first = Place.read(text == null ? "" : text.split(UNTIL, 2)[0]);
    if (first.isEmpty() || !text.contains(UNTIL)) {
      return WHOLE;
    }
    return new Scope(first.get().tier(), first.get().name(), text.split(UNTIL, 2)[1]);
  }

  static String key(Place first, Place last) {
    return first.key() + UNTIL + last.name();
  }

  boolean whole() {
    return tier == null;
  }

  boolean holds(Place place) {
    return whole()
        || place.tier() == tier
            && ByName.ORDER.compare(place.name(), first) >= 0
            && ByName.ORDER.compare(place.name(), last) <= 0;
  }
}

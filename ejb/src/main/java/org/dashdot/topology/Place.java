package org.dashdot.topology;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dashdot.signal.Labels;

/**
 * Where something burns: one cell of the ring. Each condition burns at one place only, so that what
 * is counted by place adds up to what is counted in all.
 *
 * @param name of a service, host or device, at most 255 characters
 */
public record Place(Tier tier, String name) {

  /** The key of what burns nowhere in particular. */
  public static final String NOWHERE = "";

  private static final int LONGEST = 255;

  /** Whoever measures a host for others is no service of its own. */
  private static final Pattern EXPORTER = Pattern.compile(".*[-_.]exporter\\z");

  public Place {
    if (name.isBlank() || name.length() > LONGEST) {
      throw new IllegalArgumentException("a place's name has 1 to 255 characters");
    }
  }

  /** The one place that labels speak of; empty when they name neither service nor host. */
  public static Optional<Place> of(Labels labels) {
    Optional<String> host = usable(labels.host());
    Optional<String> service = usable(labels.service()).filter(Place::serves);
    return switch (labels.get("tier").orElse("")) {
      case "system" -> at(Tier.SYSTEM, host).or(() -> at(Tier.APPLICATION, service));
      case "hardware" -> at(Tier.HARDWARE, host).or(() -> at(Tier.APPLICATION, service));
      default -> at(Tier.APPLICATION, service).or(() -> at(Tier.SYSTEM, host));
    };
  }

  /** Everything that labels tell the existence of. */
  static List<Place> named(Labels labels) {
    List<Place> all = new ArrayList<>();
    of(labels).ifPresent(all::add);
    at(Tier.SYSTEM, usable(labels.host()))
        .filter(place -> !all.contains(place))
        .ifPresent(all::add);
    return all;
  }

  /** Where a node burns. */
  public static Place of(Node node) {
    return new Place(Tier.of(node.kind()), node.name());
  }

  /** The opposite of {@link #key}; empty for what is none. */
  public static Optional<Place> read(String key) {
    int colon = key == null ? -1 : key.indexOf(':');
    if (colon < 0 || key.length() == colon + 1 || key.length() > LONGEST + colon) {
      return Optional.empty();
    }
    return Arrays.stream(Tier.values())
        .filter(tier -> tier.word().equals(key.substring(0, colon)))
        .map(tier -> new Place(tier, key.substring(colon + 1)))
        .findFirst();
  }

  /** Tier and name in one text, as tickets and addresses carry it. */
  public String key() {
    return tier.word() + ":" + name;
  }

  private static Optional<String> usable(Optional<String> name) {
    return name.filter(text -> !text.isBlank() && text.length() <= LONGEST);
  }

  private static boolean serves(String service) {
    return !EXPORTER.matcher(service).matches();
  }

  private static Optional<Place> at(Tier tier, Optional<String> name) {
    return name.map(text -> new Place(tier, text));
  }
}

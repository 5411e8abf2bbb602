package org.dashdot.ticket;

import java.util.ArrayList;
import java.util.List;
import org.dashdot.signal.Fingerprint;
import org.dashdot.signal.Labels;

/**
 * What imperfections must share to be one ticket: the alert's name, host, service and environment,
 * absent ones skipped; or the group that the source itself made.
 */
public record GroupKey(String value) {

  private static final int LONGEST = 2000;

  /**
   * The given key wins over the labels when it is not null.
   *
   * @param source who gave the key: two sources that are set up alike mean different groups by it
   */
  public static GroupKey of(Labels labels, String given, String source) {
    if (given != null && !given.isBlank()) {
      return fitting(source + ": " + given);
    }
    List<String> parts = new ArrayList<>();
    labels.get("alertname").ifPresent(v -> parts.add("alertname=" + v));
    labels.host().ifPresent(v -> parts.add("host=" + v));
    labels.service().ifPresent(v -> parts.add("service=" + v));
    labels.environment().ifPresent(v -> parts.add("environment=" + v));
    String key = parts.isEmpty() ? "labels=" + labels.values() : String.join(", ", parts);
    return fitting(key);
  }

  /** What is too long keeps its beginning, for people, and stays distinct. */
  private static GroupKey fitting(String key) {
    return new GroupKey(
        key.length() <= LONGEST
            ? key
            : key.substring(0, LONGEST - 65) + "#" + Fingerprint.hash(key));
  }

  /** A key of fixed length that is unique among open tickets. */
  public String openKey() {
    return Fingerprint.hash(value);
  }
}

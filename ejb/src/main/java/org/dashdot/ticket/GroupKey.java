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

  /** The given key wins over the labels when it is not null. */
  public static GroupKey of(Labels labels, String given) {
    if (given != null && !given.isBlank()) {
      return new GroupKey(given.length() > LONGEST ? given.substring(0, LONGEST) : given);
    }
    List<String> parts = new ArrayList<>();
    labels.get("alertname").ifPresent(v -> parts.add("alertname=" + v));
    labels.host().ifPresent(v -> parts.add("host=" + v));
    labels.service().ifPresent(v -> parts.add("service=" + v));
    labels.environment().ifPresent(v -> parts.add("environment=" + v));
    String key = parts.isEmpty() ? "labels=" + labels.values() : String.join(", ", parts);
    return new GroupKey(key.length() > LONGEST ? key.substring(0, LONGEST) : key);
  }

  /** A key of fixed length that is unique among open tickets. */
  public String openKey() {
    return Fingerprint.hash(value);
  }
}

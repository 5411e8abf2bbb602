package org.dashdot.check;

import com.google.re2j.Pattern;
import java.util.Map;
import java.util.Set;
import org.dashdot.signal.Labels;

/**
 * To what a check applies.
 *
 * @param integrations their names; empty for all
 * @param where patterns (RE2) that the whole values of these labels must match
 */
public record Scope(Set<String> integrations, Map<String, Pattern> where) {

  public Scope {
    integrations = Set.copyOf(integrations);
    where = Map.copyOf(where);
  }

  /** Whether it applies to anything of this integration. */
  public boolean concerns(String integration) {
    return integrations.isEmpty() || integrations.contains(integration);
  }

  boolean covers(Labels labels) {
    return where.entrySet().stream()
        .allMatch(e -> e.getValue().matches(labels.get(e.getKey()).orElse("")));
  }
}

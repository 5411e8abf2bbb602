package org.dashdot.signal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.dashdot.shared.Settings;

/**
 * Which condition a signal is about. The labels that the setting {@code identity.ignored-labels}
 * names are no part of it: a Prometheus's external labels come with its pushes and are missing from
 * its API, so that one condition would otherwise be two.
 */
@ApplicationScoped
public class Identity {

  @Inject Settings settings;

  private volatile Ignored ignored = new Ignored("", Set.of());

  /** The setting, taken apart once. */
  private record Ignored(String setting, Set<String> labels) {}

  public Fingerprint of(Signal signal) {
    return Fingerprint.of(signal.labels(), ignored());
  }

  private Set<String> ignored() {
    String setting = settings.text("identity.ignored-labels");
    if (!setting.equals(ignored.setting())) {
      ignored =
          new Ignored(
              setting,
              Arrays.stream(setting.split(","))
                  .map(String::trim)
                  .filter(label -> !label.isEmpty())
                  .collect(Collectors.toUnmodifiableSet()));
    }
    return ignored.labels();
  }
}

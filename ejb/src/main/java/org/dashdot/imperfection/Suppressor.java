package org.dashdot.imperfection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dashdot.signal.Severity;
import org.dashdot.signal.Signal;

/** Decides what raises no ticket now, and why; records it. Callers bring the transaction. */
@ApplicationScoped
public class Suppressor {

  @Inject Suppressions suppressions;
  @Inject InhibitionRules rules;
  @Inject Imperfections imperfections;
  @Inject Needs needs;
  @Inject Clock clock;

  /** A window with its conditions, read once. */
  private record Open(SuppressionWindow window, Matchers matchers) {}

  /**
   * Of these burning imperfections, those that raise no ticket, each with its recorded cause. What
   * was recorded of them before is over.
   */
  public Map<Imperfection, Suppression.Cause> suppress(Collection<Imperfection> burning) {
    Instant now = clock.instant();
    suppressions.end(burning.stream().map(Imperfection::id).toList(), now);
    List<Open> windows =
        suppressions.active(now).stream().map(w -> new Open(w, w.matchers())).toList();
    Map<String, List<Imperfection>> inhibitors = inhibitors(burning);
    Map<Imperfection, Suppression.Cause> causes = new LinkedHashMap<>();
    for (Imperfection imperfection : burning) {
      cause(imperfection, windows, inhibitors)
          .ifPresent(
              cause -> {
                suppressions.begin(imperfection, cause, now);
                causes.put(imperfection, cause);
              });
    }
    return causes;
  }

  private Optional<Suppression.Cause> cause(
      Imperfection imperfection, List<Open> windows, Map<String, List<Imperfection>> inhibitors) {
    if (imperfection.name().equals(Signal.INHIBITOR)) {
      return Optional.of(new Suppression.Cause(null, null, "it exists only to speak for others"));
    }
    return windows.stream()
        .filter(open -> open.matchers().match(imperfection.labels()))
        .findFirst()
        .map(Open::window)
        .map(window -> new Suppression.Cause(window.id(), null, words(window)))
        .or(() -> inhibited(imperfection, inhibitors));
  }

  private static String words(SuppressionWindow window) {
    return window.kind().words() + " of " + window.author() + ": " + window.reason();
  }

  private Optional<Suppression.Cause> inhibited(
      Imperfection imperfection, Map<String, List<Imperfection>> inhibitors) {
    for (InhibitionRule rule : rules.all()) {
      if (!rule.couldInhibit(imperfection.labels())) {
        continue;
      }
      for (String name : rule.inhibitorNames(imperfection.labels())) {
        for (Imperfection inhibitor : inhibitors.getOrDefault(name, List.of())) {
          if (inhibitor != imperfection
              && rule.inhibits(inhibitor.labels(), imperfection.labels(), needs)) {
            return Optional.of(
                new Suppression.Cause(
                    null, inhibitor.id(), "inhibited by " + name + " (" + rule.name() + ")"));
          }
        }
      }
    }
    return Optional.empty();
  }

  /** What burns and could inhibit any of these; asked for by name, of which there are few. */
  private Map<String, List<Imperfection>> inhibitors(Collection<Imperfection> targets) {
    Set<String> names = new HashSet<>();
    Set<String> criticalNames = new HashSet<>();
    for (Imperfection target : targets) {
      for (InhibitionRule rule : rules.all()) {
        if (rule.couldInhibit(target.labels())) {
          (rule.onlyCritical() ? criticalNames : names)
              .addAll(rule.inhibitorNames(target.labels()));
        }
      }
    }
    return Stream.concat(
            imperfections.burningNamed(names, EnumSet.allOf(Severity.class)).stream(),
            imperfections.burningNamed(criticalNames, EnumSet.of(Severity.CRITICAL)).stream())
        .distinct()
        .collect(Collectors.groupingBy(Imperfection::name));
  }
}

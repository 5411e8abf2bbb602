package org.dashdot.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.dashdot.imperfection.Imperfections;
import org.dashdot.imperfection.Repeat;
import org.dashdot.shared.Durability;
import org.dashdot.shared.Settings;
import org.dashdot.signal.Fingerprint;
import org.dashdot.signal.Signal;
import org.dashdot.signal.Source;

/**
 * Most of what comes says again what is known: one look at the database tells it for a whole batch,
 * and what was seen again is written from time to time only. The count between is kept in memory.
 */
@ApplicationScoped
public class Repeats {

  /** More conditions than these do not burn at once; if they do, their counts begin anew. */
  private static final int MOST = 500_000;

  private record Written(Optional<Instant> expiresAt, long times) {}

  @Inject Imperfections imperfections;
  @Inject Durability durability;
  @Inject Settings settings;
  @Inject Clock clock;

  private final Map<Long, Long> unwritten = new ConcurrentHashMap<>();

  /** Takes the repeats out of a batch; returns what is left. The caller brings the transaction. */
  Map<Signal, Fingerprint> without(Source source, Map<Signal, Fingerprint> signals) {
    Instant now = clock.instant();
    Duration rewrite = settings.duration("intake.rewrite");
    Map<String, Repeat> known =
        imperfections.repeats(
            signals.values().stream().map(Fingerprint::value).distinct().sorted().toList());
    Map<Signal, Fingerprint> left = new LinkedHashMap<>();
    Map<Written, List<Long>> stale = new HashMap<>();
    signals.forEach(
        (signal, print) -> {
          Repeat repeat = known.get(print.value());
          if (repeat == null || !repeat.repeatedBy(signal, source.id())) {
            left.put(signal, print);
          } else if (repeat.stale(signal, now, rewrite)) {
            long times = 1 + Optional.ofNullable(unwritten.remove(repeat.id())).orElse(0L);
            stale
                .computeIfAbsent(
                    new Written(Optional.ofNullable(signal.endsAt()), times),
                    written -> new ArrayList<>())
                .add(repeat.id());
          } else {
            unwritten.merge(repeat.id(), 1L, Long::sum);
          }
        });
    if (unwritten.size() > MOST) {
      unwritten.clear();
    }
    if (!left.isEmpty()) {
      durability.writes();
    }
    stale.forEach(
        (written, ids) ->
            imperfections.repeated(
                ids.stream().sorted().toList(),
                now,
                written.expiresAt().orElse(null),
                written.times()));
    return left;
  }
}

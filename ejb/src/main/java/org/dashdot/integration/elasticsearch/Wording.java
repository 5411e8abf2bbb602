package org.dashdot.integration.elasticsearch;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.dashdot.signal.Labels;

/**
 * Keeps to the words in which a condition was said for a while, although its value changes with
 * every poll: each new word is kept for ever.
 */
final class Wording {

  private static final Duration SAME_WORDS = Duration.ofMinutes(10);

  private final Map<Labels, Words> words = new ConcurrentHashMap<>();

  /**
   * What is said of a condition.
   *
   * @param why what led to it, other than its value: then new words are needed at once
   * @param link where it can be seen; may be null
   */
  record Words(Instant at, String why, Labels annotations, String link) {}

  Words of(Labels identity, Instant now, String why, Supplier<Words> fresh) {
    return words.compute(
        identity,
        (key, known) ->
            known != null && known.why().equals(why) && now.isBefore(known.at().plus(SAME_WORDS))
                ? known
                : fresh.get());
  }

  /** Forgets what a source no longer says. */
  void keep(String source, Set<Labels> said) {
    words
        .keySet()
        .removeIf(
            labels -> labels.get("source").orElse("").equals(source) && !said.contains(labels));
  }
}

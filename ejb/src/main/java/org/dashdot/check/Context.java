package org.dashdot.check;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dashdot.signal.LogLine;

/**
 * The last lines of each host, and which lines came already: senders that were not answered bring
 * theirs again. Bounded in hosts and in characters. Not thread-safe.
 */
final class Context {

  private static final int LINES = 50;
  private static final int MOST_HOSTS = 2_000;
  private static final int MOST_IDS = 20_000;
  private static final int MOST_CHARACTERS = 16 << 20;

  private final Map<String, Deque<LogLine>> hosts = new LinkedHashMap<>(16, 0.75f, true);
  private final Map<String, Boolean> ids = new LinkedHashMap<>();
  private long characters;

  /** Whether it had not come before. */
  boolean isNew(LogLine line) {
    boolean fresh = ids.putIfAbsent(line.id(), true) == null;
    if (ids.size() > MOST_IDS) {
      ids.remove(ids.keySet().iterator().next());
    }
    return fresh;
  }

  /** It was not stored, and will come again. */
  void comesAgain(LogLine line) {
    ids.remove(line.id());
  }

  /** What the host logged last, the oldest first. */
  Collection<LogLine> before(LogLine line) {
    return hosts.getOrDefault(line.host(), new ArrayDeque<>());
  }

  void add(LogLine line) {
    Deque<LogLine> lines = hosts.computeIfAbsent(line.host(), h -> new ArrayDeque<>());
    lines.addLast(line);
    characters += size(line);
    if (lines.size() > LINES) {
      characters -= size(lines.removeFirst());
    }
    while (hosts.size() > MOST_HOSTS || characters > MOST_CHARACTERS && hosts.size() > 1) {
      Deque<LogLine> oldest = hosts.remove(hosts.keySet().iterator().next());
      characters -= oldest.stream().mapToLong(Context::size).sum();
    }
  }

  private static long size(LogLine line) {
    long labels =
        line.labels().values().entrySet().stream()
            .mapToLong(e -> e.getKey().length() + e.getValue().length())
            .sum();
    return line.message().length() + labels;
  }
}

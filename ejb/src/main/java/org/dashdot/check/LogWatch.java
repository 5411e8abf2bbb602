package org.dashdot.check;

import com.google.re2j.Matcher;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dashdot.signal.Labels;
import org.dashdot.signal.LogLine;
import org.dashdot.signal.Signal;

/**
 * One check of lines: which condition a line is about, and whether it is enough. Not thread-safe.
 */
final class LogWatch {

  /** Of more conditions than these at once the one that spoke first is forgotten. */
  private static final int MOST = 10_000;

  private static final class Condition {
    private final Told told;
    private final Deque<LogLine> counted = new ArrayDeque<>();
    private Instant since;
    private Instant lastAt;

    Condition(Labels identity, boolean burns, Instant now) {
      told = new Told(identity, burns);
      lastAt = now;
    }
  }

  private final Check check;
  private final Map<Labels, Condition> conditions = new LinkedHashMap<>();

  /**
   * @param burning what burns from before this watch began
   */
  LogWatch(Check check, Collection<Labels> burning, Instant now) {
    this.check = check;
    burning.forEach(labels -> conditions.put(labels, new Condition(labels, true, now)));
  }

  /**
   * What this line says, if it concerns this check.
   *
   * @param before the lines of the same host just before
   */
  Optional<Signal> seen(LogLine line, Collection<LogLine> before, Instant now) {
    LogCondition condition = check.log();
    if (!condition.concerns(line)) {
      return Optional.empty();
    }
    Matcher found = condition.message().matcher(line.message());
    if (found.find()) {
      return fires(line, found, before, now);
    }
    if (condition.over() == null) {
      return Optional.empty();
    }
    Matcher over = condition.over().matcher(line.message());
    if (!over.find()) {
      return Optional.empty();
    }
    Labels seen = labels(line, over);
    Condition known = conditions.remove(identity(seen, over));
    return known == null ? Optional.empty() : known.told.ends(words(line, seen, before), now);
  }

  private Optional<Signal> fires(
      LogLine line, Matcher found, Collection<LogLine> before, Instant now) {
    Labels seen = labels(line, found);
    Labels identity = identity(seen, found);
    Condition condition = conditions.computeIfAbsent(identity, i -> new Condition(i, false, now));
    if (conditions.size() > MOST) {
      conditions.remove(conditions.keySet().iterator().next());
    }
    condition.lastAt = now;
    if (!condition.told.firing() && !enough(condition, line)) {
      return Optional.empty();
    }
    if (condition.since == null) {
      LogLine first = condition.counted.isEmpty() ? line : condition.counted.peekFirst();
      condition.since = first.at().isBefore(now) ? first.at() : now;
    }
    return condition.told.fires(words(line, seen, before), condition.since, now, null);
  }

  private boolean enough(Condition condition, LogLine line) {
    LogCondition wanted = check.log();
    Deque<LogLine> counted = condition.counted;
    if (counted.stream().noneMatch(l -> l.id().equals(line.id()))) {
      counted.addLast(line);
    }
    while (counted.size() > wanted.times()
        || counted.peekFirst().at().isBefore(line.at().minus(wanted.within()))) {
      counted.removeFirst();
    }
    return counted.size() >= wanted.times();
  }

  /**
   * What has been quiet for long enough is over, if its host spoke since: silence proves nothing.
   *
   * @param heard when the source and its hosts logged anything
   */
  List<Signal> quiet(Heard heard, Instant now) {
    Duration quiet = check.log().quiet();
    List<Signal> over = new ArrayList<>();
    conditions
        .values()
        .removeIf(
            condition -> {
              Instant until = condition.lastAt.plus(quiet);
              String host = condition.told.identity().get("host").orElse("");
              boolean ended = !now.isBefore(until) && !heard.last(host).isBefore(until);
              if (ended) {
                condition.told.ends(over(condition), now).ifPresent(over::add);
              }
              return ended;
            });
    return over;
  }

  /** Nobody stored what was said of these labels. */
  void unsaid(Labels identity) {
    Condition condition = conditions.get(identity);
    if (condition != null) {
      condition.told.unsaid();
    }
  }

  /** Nobody stored that it is over. */
  void stillOwed(Labels identity, Instant now) {
    conditions
        .computeIfAbsent(identity, i -> new Condition(i, true, now.minus(check.log().quiet())))
        .told
        .unsaid();
  }

  private Labels labels(LogLine line, Matcher found) {
    Map<String, String> labels = new TreeMap<>(line.labels().values());
    if (!line.host().isEmpty()) {
      labels.put("host", line.host());
    }
    if (!line.application().isEmpty()) {
      labels.put("application", line.application());
    }
    labels.putAll(groups(found));
    return Labels.of(labels);
  }

  /** The host, what the pattern's groups found, and what the check says besides. */
  private Labels identity(Labels seen, Matcher found) {
    Labels whole = check.identity(seen);
    if (check.by() != null) {
      Map<String, String> labels = new TreeMap<>(whole.values());
      labels.putAll(groups(found));
      return Labels.of(labels);
    }
    Map<String, String> labels = new TreeMap<>(groups(found));
    seen.get("host").ifPresent(host -> labels.put("host", host));
    return check.identity(Labels.of(labels));
  }

  private static Map<String, String> groups(Matcher found) {
    Map<String, String> groups = new TreeMap<>();
    found
        .pattern()
        .namedGroups()
        .forEach(
            (name, number) -> {
              String value = number <= found.groupCount() ? found.group(number) : null;
              if (value != null) {
                groups.put(name, value);
              }
            });
    return groups;
  }

  private Told.Words words(LogLine line, Labels seen, Collection<LogLine> before) {
    return new Told.Words() {
      @Override
      public Labels annotations() {
        return check.annotations(seen, line.message());
      }

      @Override
      public String raw() {
        return Kept.line(line, before);
      }
    };
  }

  private Told.Words over(Condition condition) {
    return new Told.Words() {
      @Override
      public Labels annotations() {
        return check.annotations(condition.told.identity(), "");
      }

      @Override
      public String raw() {
        return Kept.quiet(condition.told.identity(), check.log().quiet());
      }
    };
  }
}

package org.dashdot.integration;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.dashdot.signal.SignalSource;

/**
 * What has come into indices since the last poll. A document becomes visible later than its time
 * says, so each poll looks back by {@link #LATE} and leaves out what it has seen. After a start it
 * goes on where the source answered last, but no further back than {@link #FURTHEST}.
 */
public final class NewDocuments {

  static final Duration LATE = Duration.ofMinutes(1);
  private static final Duration FURTHEST = Duration.ofHours(1);

  /** Clocks are fast; but what claims to be of tomorrow must wait for it. */
  private static final Duration FUTURE = Duration.ofHours(1);

  private static final Duration BEHIND = Duration.ofMinutes(10);

  private final Map<String, Kept> kept = new ConcurrentHashMap<>();

  /**
   * Up to where everything was read, and what was seen after it.
   *
   * @param exact whether it stopped there for want of time, so that what follows is all new
   */
  private record Position(Instant at, boolean exact, Map<String, Instant> seen) {}

  /** Where a poll began and where it ended: the end counts only once its reading is stored. */
  private record Kept(Instant polledAt, Position before, Position after) {}

  /**
   * What to read.
   *
   * @param query the search; null for everything
   * @param mayBeMissing whether there may be no such index
   * @param fields patterns of the members to bring; empty for all
   */
  public record Wanted(
      String index,
      String timeField,
      JsonObject query,
      boolean mayBeMissing,
      List<String> fields) {}

  /**
   * A document.
   *
   * @param id the same whenever it is brought
   * @param at its time, in milliseconds
   */
  public record Document(String id, Instant at, JsonObject source) {}

  /**
   * What came.
   *
   * @param documents the oldest first
   * @param behind whether more comes than can be read: it falls ever further behind, or left
   *     something out
   * @param refused why it cannot be read; null when it could
   * @param busy whether that is the server's own trouble
   */
  public record Found(List<Document> documents, boolean behind, String refused, boolean busy) {}

  /**
   * @param name tells several readers of one source apart
   * @throws org.dashdot.signal.SourceUnreachable when nothing can be known
   */
  public Found since(
      SearchServer server, SignalSource.Question question, String name, Wanted wanted) {
    String key = question.source() + "/" + name;
    Position from = position(kept.get(key), question);
    Instant begin = from.exact() ? from.at() : from.at().minus(LATE);
    SearchPages pages = new SearchPages(server, wanted);
    SearchPages.Read read = pages.read(begin, question.now().plus(FUTURE), from.seen().keySet());
    if (read.refused() != null) {
      return new Found(List.of(), false, read.refused(), read.busy());
    }
    boolean stuck = stuck(from, read);
    Position after = after(from, read, question.now(), stuck);
    kept.put(key, new Kept(question.now(), from, after));
    boolean late = after.exact() && after.at().isBefore(question.now().minus(BEHIND));
    return new Found(read.documents(), stuck || late, null, false);
  }

  /** More documents of one moment than a poll can read. */
  private static boolean stuck(Position from, SearchPages.Read read) {
    return !read.whole() && from.exact() && read.documents().isEmpty();
  }

  /** Leaves out what it is behind by: of old measurements nobody has any use. */
  public void skip(SignalSource.Question question, String name) {
    kept.put(
        question.source() + "/" + name,
        new Kept(question.now(), fresh(question.now()), fresh(question.now())));
  }

  private static Position position(Kept known, SignalSource.Question question) {
    Instant answered = question.answeredAt();
    if (known != null) {
      boolean stored = answered != null && !answered.isBefore(known.polledAt());
      return stored ? known.after() : known.before();
    }
    Instant furthest = question.now().minus(FURTHEST);
    return fresh(
        answered == null ? question.now() : answered.isBefore(furthest) ? furthest : answered);
  }

  private static Position fresh(Instant at) {
    return new Position(at, false, Map.of());
  }

  private static Position after(Position from, SearchPages.Read read, Instant now, boolean stuck) {
    Instant last = read.last() == null ? from.at() : read.last();
    // It must not stay at one moment for ever.
    Instant at = read.whole() ? now : stuck ? last.plusMillis(1) : last;
    Instant needed = at.minus(LATE);
    Map<String, Instant> seen = new HashMap<>();
    from.seen().forEach((id, time) -> keep(seen, id, time, needed));
    read.documents().forEach(one -> keep(seen, one.id(), one.at(), needed));
    return new Position(at, !read.whole(), seen);
  }

  private static void keep(Map<String, Instant> seen, String id, Instant time, Instant needed) {
    if (!time.isBefore(needed)) {
      seen.put(id, time);
    }
  }
}

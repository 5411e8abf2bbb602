package org.dashdot.signal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** A system that is asked rather than told. Called outside any transaction. */
public interface SignalSource {

  /**
   * One question to a source.
   *
   * @param source the source's name
   * @param url where to ask; null for a built-in source
   * @param secret what it is asked with, from the environment; null when none is set
   * @param limit how long it may take in all
   * @param now when it is asked
   * @param answeredAt when it answered last and all that it said was stored; null for never
   * @param burning the labels of what burns under an alert's name as this source said it, so that
   *     nothing has to be remembered from one poll to the next
   */
  record Question(
      String source,
      String url,
      String secret,
      Duration limit,
      Instant now,
      Instant answeredAt,
      Function<String, List<Labels>> burning) {

    /** To a source that never answered and of which nothing burns. */
    public Question(String source, String url, String secret, Duration limit, Instant now) {
      this(source, url, secret, limit, now, null, name -> List.of());
    }

    @Override
    public String toString() {
      return source + " at " + url;
    }
  }

  /**
   * Whether it is alive only while it brings values: whoever is asked for them merely keeps them,
   * and answers also when nobody measures any more.
   */
  default boolean livesByValues() {
    return false;
  }

  /**
   * What it says now.
   *
   * @throws SourceUnreachable when it cannot be known
   */
  Reading poll(Question question);
}

package org.dashdot.signal;

import java.time.Duration;
import java.time.Instant;

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
   */
  record Question(String source, String url, String secret, Duration limit, Instant now) {

    @Override
    public String toString() {
      return source + " at " + url;
    }
  }

  /**
   * What it says now.
   *
   * @throws SourceUnreachable when it cannot be known
   */
  Reading poll(Question question);
}

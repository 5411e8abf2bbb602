package org.dashdot.integration;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/** Gives recorded answers, one for each time it is asked, instead of asking anybody. */
public final class ScriptedFetch extends HttpFetch {

  private final Deque<Object> script;

  /**
   * @param script answers, and texts of failures
   */
  public ScriptedFetch(Object... script) {
    this.script = new ArrayDeque<>(Arrays.asList(script));
  }

  @Override
  public Answer get(String url, Duration limit) throws IOException {
    Object next = script.remove();
    if (next instanceof Answer answer) {
      return answer;
    }
    throw new IOException(next.toString());
  }
}

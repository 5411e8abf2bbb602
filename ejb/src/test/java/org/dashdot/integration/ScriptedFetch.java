package org.dashdot.integration;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** Gives recorded answers, one for each time it is asked, instead of asking anybody. */
public final class ScriptedFetch extends HttpFetch {

  private final Deque<Object> script;
  private final List<Request> asked = new ArrayList<>();

  /**
   * @param script answers, and texts of failures
   */
  public ScriptedFetch(Object... script) {
    this.script = new ArrayDeque<>(Arrays.asList(script));
  }

  /**
   * @param steps each with a {@code status} and a {@code body} or a {@code text}, or with a {@code
   *     failure}
   */
  public static ScriptedFetch of(List<JsonObject> steps) {
    return new ScriptedFetch(steps.stream().map(ScriptedFetch::answer).toArray());
  }

  private static Object answer(JsonObject step) {
    if (step.containsKey("failure")) {
      return step.getString("failure");
    }
    String body =
        step.containsKey("text") ? step.getString("text") : step.getJsonObject("body").toString();
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return new Answer(step.getInt("status"), bytes, Duration.ofMillis(7), null);
  }

  @Override
  public Answer send(Request asked, Duration limit) throws IOException {
    this.asked.add(asked);
    return get(asked.url(), limit);
  }

  @Override
  public Answer get(String url, Duration limit) throws IOException {
    Object next = script.remove();
    if (next instanceof Answer answer) {
      return answer;
    }
    throw new IOException(next.toString());
  }

  /** What was asked by more than an address, in order. */
  public List<Request> asked() {
    return asked;
  }
}

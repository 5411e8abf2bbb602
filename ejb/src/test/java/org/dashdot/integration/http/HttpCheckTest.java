package org.dashdot.integration.http;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.dashdot.integration.HttpFetch;
import org.dashdot.integration.IntegrationContract;
import org.dashdot.integration.RecordedCase;
import org.dashdot.integration.ScriptedFetch;

/** A sequence of answers of one URL; each is told in the light of those before. */
class HttpCheckTest extends IntegrationContract {

  @Override
  protected JsonStructure replay(RecordedCase recorded) throws IOException {
    HttpCheck check = new HttpCheck();
    check.http = new ScriptedFetch(recorded.steps().stream().map(HttpCheckTest::answer).toArray());
    check.settings = recorded.settings();
    JsonArrayBuilder outcomes = Json.createArrayBuilder();
    for (int i = 0; i < recorded.steps().size(); i++) {
      outcomes.add(outcome(() -> check.poll(question("https://shop.example:8443/health"))));
    }
    return outcomes.build();
  }

  private static Object answer(JsonObject step) {
    return step.containsKey("failure")
        ? step.getString("failure")
        : new HttpFetch.Answer(
            step.getInt("status"),
            step.getString("body", "").getBytes(StandardCharsets.UTF_8),
            Duration.ofMillis(step.getInt("tookMillis")),
            step.containsKey("certificateEnds")
                ? Instant.parse(step.getString("certificateEnds"))
                : null);
  }
}

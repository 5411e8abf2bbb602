package org.dashdot.integration.prometheus;

import jakarta.json.JsonStructure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.dashdot.integration.HttpFetch;
import org.dashdot.integration.IntegrationContract;
import org.dashdot.integration.RecordedCase;
import org.dashdot.integration.ScriptedFetch;

/** What a Prometheus answers when it is asked for its alerts. */
class PolledAlertsTest extends IntegrationContract {

  @Override
  protected boolean covers(String caseName) {
    return caseName.startsWith("polled-");
  }

  @Override
  protected JsonStructure replay(RecordedCase recorded) throws IOException {
    String failure = recorded.property("failure", null);
    int status = Integer.parseInt(recorded.property("status", "200"));
    PolledAlerts source = new PolledAlerts();
    source.http =
        new ScriptedFetch(
            failure != null
                ? failure
                : new HttpFetch.Answer(status, recorded.input(), Duration.ofMillis(7), null),
            rules(recorded));
    return outcome(() -> source.poll(question("http://prometheus.example:9090/")));
  }

  /** A case of its own, beside the alerts; what has none answers 404. */
  private static HttpFetch.Answer rules(RecordedCase recorded) throws IOException {
    Path file = recorded.folder().resolve("rules.json");
    boolean there = Files.exists(file);
    byte[] body = there ? Files.readAllBytes(file) : new byte[0];
    return new HttpFetch.Answer(there ? 200 : 404, body, Duration.ofMillis(7), null);
  }
}

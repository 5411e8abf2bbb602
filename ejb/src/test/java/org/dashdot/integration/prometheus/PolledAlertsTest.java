package org.dashdot.integration.prometheus;

import jakarta.json.JsonStructure;
import java.io.IOException;
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
                : new HttpFetch.Answer(status, recorded.input(), Duration.ofMillis(7)));
    return outcome(() -> source.poll(question("http://prometheus.example:9090/")));
  }
}

package org.dashdot.integration.metricbeat;

import jakarta.json.JsonStructure;
import java.io.IOException;
import org.dashdot.integration.IntegrationContract;
import org.dashdot.integration.RecordedCase;
import org.dashdot.integration.ScriptedFetch;

/** What real servers answered, one after the other, when they were asked for documents. */
class PolledMetricsTest extends IntegrationContract {

  @Override
  protected JsonStructure replay(RecordedCase recorded) throws IOException {
    PolledMetrics source = new PolledMetrics();
    source.http = ScriptedFetch.of(recorded.steps());
    source.settings = recorded.settings();
    return outcome(() -> source.poll(question("http://search.example:9200/")));
  }
}

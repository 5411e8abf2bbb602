package org.dashdot.integration.prometheus;

import java.io.IOException;
import org.dashdot.integration.DecoderContract;
import org.dashdot.integration.RecordedCase;
import org.dashdot.signal.SignalDecoder;

/** What a Prometheus pushes. */
class PushedAlertsTest extends DecoderContract {

  @Override
  protected boolean covers(String caseName) {
    return caseName.startsWith("pushed-");
  }

  @Override
  protected SignalDecoder decoder(RecordedCase recorded) throws IOException {
    PushedAlerts decoder = new PushedAlerts();
    decoder.settings = recorded.settings();
    return decoder;
  }
}

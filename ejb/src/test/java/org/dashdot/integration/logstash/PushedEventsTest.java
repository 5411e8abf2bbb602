package org.dashdot.integration.logstash;

import org.dashdot.integration.DecoderContract;
import org.dashdot.integration.RecordedCase;
import org.dashdot.signal.SignalDecoder;

class PushedEventsTest extends DecoderContract {

  @Override
  protected SignalDecoder decoder(RecordedCase recorded) {
    return new PushedEvents();
  }
}

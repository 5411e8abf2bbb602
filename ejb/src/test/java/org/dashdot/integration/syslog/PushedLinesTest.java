package org.dashdot.integration.syslog;

import org.dashdot.integration.DecoderContract;
import org.dashdot.integration.RecordedCase;
import org.dashdot.signal.SignalDecoder;

class PushedLinesTest extends DecoderContract {

  @Override
  protected SignalDecoder decoder(RecordedCase recorded) {
    return new PushedLines();
  }
}

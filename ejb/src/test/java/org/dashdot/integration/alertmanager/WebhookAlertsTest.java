package org.dashdot.integration.alertmanager;

import org.dashdot.integration.DecoderContract;
import org.dashdot.integration.RecordedCase;
import org.dashdot.signal.SignalDecoder;

/** What an Alertmanager sends to a webhook. */
class WebhookAlertsTest extends DecoderContract {

  @Override
  protected SignalDecoder decoder(RecordedCase recorded) {
    return new WebhookAlerts();
  }
}

package org.dashdot.integration.prometheus;

import org.dashdot.shared.Settings;

/** The decoder with shipped settings, for tests without a container. */
public final class PushedAlertsCases {

  private PushedAlertsCases() {}

  public static PushedAlerts decoder() {
    PushedAlerts decoder = new PushedAlerts();
    decoder.settings = Settings.shipped();
    return decoder;
  }
}

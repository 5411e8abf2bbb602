package org.dashdot.integration.kannel;

import org.dashdot.integration.GatewayToken;
import org.dashdot.shared.Settings;

/**
 * How the gateway is reached.
 *
 * @param url without sendsms' parameters; null when there is no gateway
 * @param token what the gateway calls back with
 */
record KannelAccount(String url, String user, String password, String from, String token) {

  static KannelAccount ofEnvironment() {
    String password = Settings.environment("DASHDOT_KANNEL_PASSWORD");
    return new KannelAccount(
        Settings.environment("DASHDOT_KANNEL_URL"),
        Settings.environment("DASHDOT_KANNEL_USER"),
        password,
        Settings.environment("DASHDOT_KANNEL_FROM"),
        GatewayToken.of("kannel", Settings.environment("DASHDOT_KANNEL_TOKEN"), password));
  }

  boolean complete() {
    return url != null && user != null && password != null;
  }

  @Override
  public String toString() {
    return "Kannel at " + url;
  }
}

package org.dashdot.integration.twilio;

import org.dashdot.integration.GatewayToken;
import org.dashdot.shared.Settings;

/**
 * How the service is reached.
 *
 * @param sender a number or name, or a messaging service (MG…)
 * @param token what the service calls back with
 */
record TwilioAccount(String url, String sid, String password, String sender, String token) {

  private static final String OWN = "https://api.twilio.com";

  static TwilioAccount ofEnvironment() {
    String url = Settings.environment("DASHDOT_TWILIO_URL");
    String password = Settings.environment("DASHDOT_TWILIO_TOKEN");
    return new TwilioAccount(
        url == null ? OWN : url.replaceFirst("/+$", ""),
        Settings.environment("DASHDOT_TWILIO_SID"),
        password,
        Settings.environment("DASHDOT_TWILIO_FROM"),
        GatewayToken.of("twilio", Settings.environment("DASHDOT_TWILIO_HOOK"), password));
  }

  boolean complete() {
    return sid != null && password != null && sender != null;
  }

  @Override
  public String toString() {
    return "account " + sid;
  }
}

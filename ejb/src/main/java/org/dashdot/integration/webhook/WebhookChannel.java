package org.dashdot.integration.webhook;

import static org.dashdot.shared.Jsons.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dashdot.integration.ChosenAddress;
import org.dashdot.integration.GatewayToken;
import org.dashdot.integration.Handover;
import org.dashdot.integration.HttpFetch;
import org.dashdot.notification.ContactKind;
import org.dashdot.notification.NotificationChannel;
import org.dashdot.shared.Settings;
import org.dashdot.signal.Integration;

/**
 * A message as JSON to a person's own address, signed over its time and its bytes. Redirects are
 * not followed, and private networks are asked only where an administrator allows it.
 */
@ApplicationScoped
@Integration("webhook")
public class WebhookChannel implements NotificationChannel {

  private static final String WHO = "The webhook";

  @Inject HttpFetch http;
  @Inject Settings settings;
  @Inject Clock clock;

  @Override
  public String name() {
    return "webhook";
  }

  @Override
  public ContactKind kind() {
    return ContactKind.WEBHOOK;
  }

  @Override
  public boolean available() {
    return true;
  }

  @Override
  public boolean reaches(String address) {
    return address != null && address.startsWith("http");
  }

  @Override
  public int atOnce() {
    return 8;
  }

  @Override
  public void send(Message message) {
    ChosenAddress.check(message.address(), settings.text("notify.private-hosts"));
    String body = body(message);
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/json");
    headers.put("X-DashDot-Id", message.id());
    String time = String.valueOf(clock.instant().getEpochSecond());
    headers.put("X-DashDot-Timestamp", time);
    if (message.secret() != null) {
      byte[] key = message.secret().getBytes(StandardCharsets.UTF_8);
      byte[] signature = GatewayToken.hmac("HmacSHA256", key, time + "." + body);
      headers.put("X-DashDot-Signature", "sha256=" + HexFormat.of().formatHex(signature));
    }
    HttpFetch.Answer answer =
        Handover.send(
            http,
            new HttpFetch.Request(
                "POST", message.address(), headers, body.getBytes(StandardCharsets.UTF_8)),
            WHO);
    // What it says besides is for nobody: it might come from where the person may not look.
    if (answer.status() / 100 != 2) {
      throw Handover.refused(WHO, answer.status(), null);
    }
  }

  private static String body(Message message) {
    JsonArrayBuilder tickets = JSON.createArrayBuilder();
    for (Fact fact : message.about()) {
      tickets.add(
          JSON.createObjectBuilder()
              .add("number", fact.number())
              .add("priority", fact.priority())
              .add("status", fact.status())
              .add("title", fact.title())
              .add("reason", fact.reason())
              .add("since", fact.since().toString())
              .add("url", fact.url()));
    }
    return JSON.createObjectBuilder()
        .add("version", 1)
        .add("id", message.id())
        .add("test", message.about().isEmpty())
        .add("person", message.name())
        .add("subject", message.subject())
        .add("text", message.body())
        .add("tickets", tickets)
        .build()
        .toString();
  }
}

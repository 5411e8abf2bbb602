package org.dashdot.integration;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonStructure;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.dashdot.notification.DeliveryException;
import org.dashdot.notification.GatewayHook;
import org.dashdot.notification.NotificationChannel;

/**
 * A channel's message as the server gets it, and what becomes of it by the server's answer; or, of
 * the cases whose name begins with "hears", what a call of the gateway says.
 */
public abstract class ChannelContract extends IntegrationContract {

  /** A channel that knows that server. */
  protected abstract NotificationChannel channel(RecordingServer server) throws IOException;

  /** What a call says; for channels whose gateway calls back. */
  protected JsonStructure heard(RecordedCase recorded) throws IOException {
    throw new UnsupportedOperationException(recorded.name());
  }

  @Override
  protected final JsonStructure replay(RecordedCase recorded) throws IOException {
    if (recorded.name().startsWith("hears-")) {
      return heard(recorded);
    }
    try (RecordingServer server = RecordingServer.of(recorded)) {
      JsonObjectBuilder outcome = Json.createObjectBuilder();
      try {
        channel(server).send(message(recorded.inputJson().asJsonObject(), server));
        outcome.add("taken", true);
      } catch (DeliveryException e) {
        outcome
            .add("failed", e.getMessage())
            .add("recoverable", e.recoverable())
            .add("unknown", e.unknown());
      }
      if (!server.asked().isEmpty()) {
        outcome.add("asked", server.asked().get(0)).add("times", server.asked().size());
      }
      return outcome.build();
    }
  }

  private static NotificationChannel.Message message(JsonObject input, RecordingServer server) {
    List<NotificationChannel.Fact> facts =
        input.containsKey("title")
            ? List.of(
                new NotificationChannel.Fact(
                    4711,
                    "P1",
                    "OPEN",
                    input.getString("title"),
                    "it is yours",
                    Instant.parse("2026-11-22T03:02:00Z"),
                    "https://dash.example.org/tickets/4711"))
            : List.of();
    return new NotificationChannel.Message(
        "4711.opened-0.3.1763800000000",
        "4711",
        input.getString("address").replace("SERVER", server.url()),
        "Operator",
        input.getString("subject", "[dash-dot] P1 #4711 checkout slow"),
        input.getString("body", "You are told because it is yours.\n"),
        input.getString("brief", ""),
        "0123456789abcdef0123456789abcdef",
        facts,
        input.getString("secret", null),
        null);
  }

  /** What was heard, as an expectation is written. */
  protected static JsonObjectBuilder described(GatewayHook.Heard heard) {
    JsonObjectBuilder object = Json.createObjectBuilder();
    if (heard instanceof GatewayHook.Told told) {
      object.add("message", told.key()).add("receipt", told.receipt().name());
      addIfAny(object, "provider", told.provider());
      addIfAny(object, "words", told.words());
    } else if (heard instanceof GatewayHook.Said said) {
      object.add("from", said.from()).add("text", said.text());
    }
    return object;
  }

  private static void addIfAny(JsonObjectBuilder object, String name, String value) {
    if (value != null) {
      object.add(name, value);
    }
  }
}

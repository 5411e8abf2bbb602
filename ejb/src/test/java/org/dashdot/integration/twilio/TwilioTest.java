package org.dashdot.integration.twilio;

import jakarta.json.Json;
import jakarta.json.JsonStructure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dashdot.integration.ChannelContract;
import org.dashdot.integration.HttpFetch;
import org.dashdot.integration.RecordedCase;
import org.dashdot.integration.RecordingServer;
import org.dashdot.notification.GatewayHook;
import org.dashdot.notification.NotificationChannel;
import org.dashdot.signal.Delivery;

/** What Twilio is asked, what its answers mean, and what it calls back with. */
class TwilioTest extends ChannelContract {

  private static TwilioAccount account(String url) {
    return new TwilioAccount(url, "AC00000000000000", "12345", "+14155550100", "hook-token");
  }

  @Override
  protected NotificationChannel channel(RecordingServer server) {
    TwilioChannel channel = new TwilioChannel();
    channel.http = new HttpFetch();
    channel.account = account(server.url());
    return channel;
  }

  /** The signatures of the cases were made by Twilio's own recipe, outside of this code. */
  @Override
  protected JsonStructure heard(RecordedCase recorded) throws IOException {
    TwilioCallbacks callbacks = new TwilioCallbacks();
    callbacks.account = account("http://localhost:1");
    callbacks.publicUrl = "https://dash.example.org";
    String query = recorded.property("query", "");
    Delivery call =
        new Delivery(
            recorded.property("method", "POST"),
            "hook-token" + (query.isEmpty() ? "" : "?" + query),
            query.isEmpty() ? Map.of() : Map.of(query.split("=")[0], List.of(query.split("=")[1])),
            Map.of("x-twilio-signature", List.of(recorded.property("signature", ""))),
            new String(recorded.input(), StandardCharsets.UTF_8)
                .trim()
                .getBytes(StandardCharsets.UTF_8),
            recorded.receivedAt(),
            null);
    Optional<GatewayHook.Heard> heard = callbacks.decode(call);
    return Json.createObjectBuilder()
        .add("genuine", callbacks.genuine(call, recorded.property("token", "hook-token")))
        .add("heard", heard.map(ChannelContract::described).orElse(Json.createObjectBuilder()))
        .add("answer", callbacks.answer("#4711 is <yours> & mine.").words())
        .build();
  }
}

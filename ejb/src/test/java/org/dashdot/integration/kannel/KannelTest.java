package org.dashdot.integration.kannel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.json.Json;
import jakarta.json.JsonStructure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dashdot.integration.ChannelContract;
import org.dashdot.integration.HttpFetch;
import org.dashdot.integration.RecordedCase;
import org.dashdot.integration.RecordingServer;
import org.dashdot.notification.DeliveryException;
import org.dashdot.notification.GatewayHook;
import org.dashdot.notification.NotificationChannel;
import org.dashdot.signal.Delivery;
import org.junit.jupiter.api.Test;

/** What a Kannel is asked, what its answers mean, and what it reports. */
class KannelTest extends ChannelContract {

  private static final String TOKEN = "a-token-for-calls";

  private static KannelAccount account(String url) {
    return new KannelAccount(url, "dash-dot", "s3cret", "+4930123", TOKEN);
  }

  private static KannelChannel of(String url) {
    KannelChannel channel = new KannelChannel();
    channel.http = new HttpFetch();
    channel.account = account(url);
    return channel;
  }

  @Override
  protected NotificationChannel channel(RecordingServer server) {
    return of(server.url() + "/cgi-bin/sendsms");
  }

  @Override
  protected JsonStructure heard(RecordedCase recorded) throws IOException {
    KannelReports reports = new KannelReports();
    reports.account = account("http://localhost:1");
    var input = recorded.inputJson().asJsonObject();
    Map<String, List<String>> query = new HashMap<>();
    input
        .getJsonObject("query")
        .forEach((k, v) -> query.put(k, List.of(((jakarta.json.JsonString) v).getString())));
    byte[] body = input.getString("body", "").getBytes(StandardCharsets.UTF_8);
    Delivery call =
        new Delivery(
            body.length == 0 ? "GET" : "POST",
            TOKEN,
            query,
            Map.of(),
            body,
            recorded.receivedAt(),
            null);
    Optional<GatewayHook.Heard> heard = reports.decode(call);
    return Json.createObjectBuilder()
        .add("genuine", reports.genuine(call, recorded.property("token", TOKEN)))
        .add("heard", heard.map(ChannelContract::described).orElse(Json.createObjectBuilder()))
        .build();
  }

  private static NotificationChannel.Message message() {
    return new NotificationChannel.Message("1", "1", "+491701234567", "Ann", "subject", "body");
  }

  @Test
  void aGatewayThatIsNotThereTookNothing() {
    DeliveryException error =
        catchThrowableOfType(
            DeliveryException.class, () -> of("http://127.0.0.1:1/sendsms").send(message()));
    assertThat(error.recoverable()).isTrue();
    assertThat(error.unknown()).isFalse();
  }

  @Test
  void ofAGatewayThatHangsNobodyKnows() {
    try (RecordingServer hanging = new RecordingServer(0, "")) {
      DeliveryException error =
          catchThrowableOfType(
              DeliveryException.class, () -> of(hanging.url() + "/sendsms").send(message()));
      assertThat(error.unknown()).isTrue();
      assertThat(hanging.asked()).hasSize(1);
    }
  }

  @Test
  void aGatewayThatHangsUpBeforeItAnswersIsAskedOnce() {
    try (RecordingServer gone = new RecordingServer(RecordingServer.HANGS_UP, "")) {
      DeliveryException error =
          catchThrowableOfType(
              DeliveryException.class, () -> of(gone.url() + "/sendsms").send(message()));
      assertThat(error.unknown()).isTrue();
      assertThat(gone.asked()).hasSize(1);
    }
  }

  @Test
  void whatAProxySaysOfASlowGatewayIsNotTakenForARefusal() {
    for (int status : new int[] {408, 502, 504}) {
      try (RecordingServer server = new RecordingServer(status, "")) {
        DeliveryException error =
            catchThrowableOfType(
                DeliveryException.class, () -> of(server.url() + "/sendsms").send(message()));
        assertThat(error.unknown()).as("%s", status).isTrue();
      }
    }
  }

  @Test
  void aPasswordThatNoHeaderCarriesIsSaidAndNotNamed() {
    KannelChannel channel = of("http://127.0.0.1:1/sendsms");
    channel.account =
        new KannelAccount("http://127.0.0.1:1/sendsms", "dash-dot", "geh\u00e9im", null, TOKEN);
    DeliveryException error =
        catchThrowableOfType(DeliveryException.class, () -> channel.send(message()));
    assertThat(error).hasMessageContaining("ASCII").hasNoCause();
    assertThat(error.getMessage()).doesNotContain("geh");
    assertThat(error.recoverable()).isTrue();
  }

  @Test
  void noErrorNamesThePassword() {
    for (int status : new int[] {400, 403, 503}) {
      try (RecordingServer server = new RecordingServer(status, "bad: password=s3cret here")) {
        DeliveryException error =
            catchThrowableOfType(
                DeliveryException.class, () -> of(server.url() + "/sendsms").send(message()));
        assertThat(error).hasMessageContaining("***").hasNoCause();
        assertThat(error.getMessage()).doesNotContain("s3cret");
      }
    }
    DeliveryException error =
        catchThrowableOfType(
            DeliveryException.class, () -> of("http://not a host/sendsms").send(message()));
    assertThat(error).hasNoCause();
    assertThat(error.getMessage()).doesNotContain("s3cret");
    assertThat(account("http://localhost:1").toString()).doesNotContain("s3cret");
  }
}

package org.dashdot.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Mail servers and gateways that are away, fail, hang, or are left amid a message: each person is
 * told once, or by the next channel, and the ticket says so.
 */
@Tag("once")
@Execution(ExecutionMode.CONCURRENT)
class DeliveryFaultsIT {

  private static final Pattern CODE = Pattern.compile("code is.(\\d{6})");

  @TempDir Path folder;

  private final MailSink mail = new MailSink();
  private SmsSink gateway;
  private RunningServer server;
  private Rest rest;

  @BeforeEach
  void start() throws IOException {
    gateway = new SmsSink();
    mail.open();
    server =
        RunningServer.of("faults")
            .env(
                "DASHDOT_SETTINGS",
                ShortSettings.with(
                    folder,
                    "notify.receipt=PT5S",
                    "notify.next-person=PT60S",
                    "outbox.interrupted=PT2S",
                    "p2.repeats=0"))
            .env("DASHDOT_SMTP_HOST", "127.0.0.1")
            .env("DASHDOT_SMTP_PORT", String.valueOf(mail.port()))
            .env("DASHDOT_ADMIN_EMAIL", "admin@example.org")
            .env("DASHDOT_KANNEL_URL", gateway.url())
            .env("DASHDOT_KANNEL_USER", "dash-dot")
            .env("DASHDOT_KANNEL_PASSWORD", "secret")
            .start();
    rest = new Rest(server);
    confirmANumber();
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
    gateway.close();
    mail.close();
  }

  @Test
  void everybodyIsToldOnceOrByTheNextChannel() throws IOException {
    order("mail");
    theMailServerIsAway();
    aMailIsLeftHalfSent();
    order("sms, mail");
    theGatewayFails();
    theGatewaySaysNothing();
    theGatewayHangsUp();
    aShortMessageIsLeftHalfSent();
  }

  private void theMailServerIsAway() throws IOException {
    mail.shut();
    int first = fired("Away-1");
    int second = fired("Away-2");
    int taken = fired("Away-3");
    Rest.eventually().until(() -> attempts(first) >= 3 && attempts(second) >= 3);
    Rest.eventually().until(() -> attempts(taken) >= 1);
    rest.admin().post("/api/v1/tickets/{n}/acknowledge", taken).then().statusCode(204);
    assertThat(mail.about("Away")).isEmpty();
    assertThat(rest.blind()).anyMatch(words -> words.contains("mail"));
    for (int number : List.of(first, second)) {
      Outcome failing = outcome(number, "mail");
      assertThat(failing.state()).isIn("WAITING", "SENDING");
      assertThat(failing.lastError()).startsWith("The mail server did not take it");
    }
    mail.open();
    Rest.eventually().until(() -> mail.about("Away").size() == 2);
    Rest.eventually().until(() -> said(first).contains("told Administrator by mail"));
    Rest.eventually().until(() -> rest.blind().isEmpty());
    assertThat(mail.about("Away-1")).hasSize(1);
    assertThat(mail.about("Away-2")).hasSize(1);
    for (int number : List.of(first, second)) {
      Rest.eventually()
          .untilAsserted(
              () -> assertThat(outcome(number, "mail")).isEqualTo(new Outcome("SENT", null)));
    }
    Rest.eventually().until(() -> outcome(taken, "mail").state().equals("WITHDRAWN"));
    assertThat(mail.about("Away-3")).as("somebody has it").isEmpty();
  }

  private void aMailIsLeftHalfSent() {
    mail.fallSilent();
    int left = fired("HalfMail");
    Rest.eventually().until(() -> mail.about("HalfMail").size() == 1);
    server.kill9();
    mail.speak();
    server.start();
    Rest.eventually().until(() -> mail.about("HalfMail").size() == 2);
    assertThat(mail.about("HalfMail")).extracting(MailSink.Taken::id).doesNotContain("");
    assertThat(mail.about("HalfMail").get(0).id()).isEqualTo(mail.about("HalfMail").get(1).id());
    assertThat(said(left)).contains("may have been delivered; it is sent again");
  }

  private void theGatewayFails() {
    gateway.be(SmsSink.Mood.FAILS);
    int failed = fired("Fails");
    Rest.eventually().until(() -> mail.about("Fails").size() == 1);
    assertThat(said(failed)).contains("Administrator is told by mail instead");
    assertThat(outcome(failed, "kannel").lastError()).contains("Kannel answered 500");
    Rest.eventually().until(() -> outcome(failed, "mail").equals(new Outcome("SENT", null)));
    gateway.be(SmsSink.Mood.TAKES);
    // A mail may lie until the morning: whoever has a telephone is called on, and nobody for what
    // somebody has taken.
    Rest.eventually().until(() -> outcome(failed, "kannel").equals(new Outcome("SENT", null)));
  }

  private void theGatewaySaysNothing() {
    gateway.be(SmsSink.Mood.SAYS_NOTHING);
    int unknown = fired("Silent");
    Rest.eventually().until(() -> mail.about("Silent").size() == 1);
    assertThat(gateway.about("Silent")).hasSize(1);
    assertThat(said(unknown))
        .contains("may have been delivered", "Administrator is told by mail instead");
  }

  private void theGatewayHangsUp() {
    gateway.be(SmsSink.Mood.HANGS_UP);
    int unknown = fired("HungUp");
    Rest.eventually().until(() -> mail.about("HungUp").size() == 1);
    assertThat(gateway.about("HungUp")).as("never twice").hasSize(1);
    assertThat(said(unknown))
        .contains("may have been delivered", "Administrator is told by mail instead");
    assertThat(outcome(unknown, "kannel")).isEqualTo(new Outcome("SENT", null));
    // None of what this gateway took was ever reported.
    Rest.eventually()
        .until(() -> rest.blind().contains("kannel: no receipt for the last 3 messages"));
    gateway.be(SmsSink.Mood.SAYS_NOTHING);
  }

  private void aShortMessageIsLeftHalfSent() {
    int left = fired("HalfSms");
    Rest.eventually().until(() -> gateway.about("HalfSms").size() == 1);
    server.kill9();
    gateway.be(SmsSink.Mood.TAKES);
    server.start();
    Rest.eventually().until(() -> mail.about("HalfSms").size() == 1);
    assertThat(gateway.about("HalfSms")).as("never twice").hasSize(1);
    assertThat(said(left)).contains("may have been delivered", "it is not repeated");
  }

  private void confirmANumber() {
    rest.admin()
        .body(Map.of("kind", "sms", "address", "+491701234567"))
        .post("/api/v1/contacts")
        .then()
        .statusCode(201);
    int id =
        rest.admin()
            .get("/api/v1/contacts")
            .then()
            .extract()
            .path("items.find { it.kind == 'sms' }.id");
    Rest.eventually().until(() -> !gateway.about("code is").isEmpty());
    Matcher code = CODE.matcher(gateway.about("code is").get(0).text());
    assertThat(code.find()).isTrue();
    rest.admin()
        .body(Map.of("code", code.group(1)))
        .post("/api/v1/contacts/{id}/confirm", id)
        .then()
        .statusCode(204);
  }

  private void order(String order) {
    rest.admin()
        .body(Map.of("order", order))
        .put("/api/v1/contacts/orders/high")
        .then()
        .statusCode(204);
  }

  private int fired(String name) {
    rest.fire(Rest.alert(name, "web-1", "critical"));
    return rest.awaitTicket(name);
  }

  private int attempts(int number) {
    List<Integer> attempts =
        rest.admin()
            .get("/api/v1/tickets/{n}/notifications", number)
            .then()
            .extract()
            .path("items.attempts");
    return attempts.stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  /** What the ticket's list of messages says of a channel. */
  private record Outcome(String state, String lastError) {}

  private Outcome outcome(int number, String channel) {
    var item =
        rest.admin()
            .get("/api/v1/tickets/{n}/notifications", number)
            .then()
            .extract()
            .<Map<String, String>>path("items.find { it.channel == '" + channel + "' }");
    return new Outcome(item.get("state"), item.get("lastError"));
  }

  private String said(int number) {
    List<String> texts =
        rest.admin()
            .get("/api/v1/tickets/{n}/timeline", number)
            .then()
            .extract()
            .path("items.text");
    return String.join("\n", texts);
  }
}

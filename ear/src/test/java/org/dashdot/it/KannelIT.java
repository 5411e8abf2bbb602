package org.dashdot.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Messages go by a real Kannel to a telephone, are reported as delivered, and are answered. */
@Tag("once")
@Execution(ExecutionMode.CONCURRENT)
class KannelIT {

  private static final String NUMBER = "+491701234567";
  private static final String TOKEN = "what-kannel-calls-with";
  private static final Pattern CODE = Pattern.compile("code is.(\\d{6})");

  @TempDir Path folder;

  private final GreenMail mail =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private RealKannel kannel;
  private RunningServer server;
  private Rest rest;

  @BeforeEach
  void start() throws IOException {
    kannel = new RealKannel(folder);
    mail.start();
    server = RunningServer.of("kannel");
    server
        .env(
            "DASHDOT_SETTINGS",
            ShortSettings.with(
                folder,
                "p2.tell-after=PT0S",
                "notify.receipt=PT5S",
                "notify.next-person=PT60S",
                "outbox.burst=100"))
        .env("DASHDOT_SMTP_HOST", "127.0.0.1")
        .env("DASHDOT_SMTP_PORT", String.valueOf(mail.getSmtp().getPort()))
        .env("DASHDOT_ADMIN_EMAIL", "admin@example.org")
        .env("DASHDOT_PUBLIC_URL", server.url())
        .env("DASHDOT_KANNEL_URL", kannel.url())
        .env("DASHDOT_KANNEL_USER", "dash-dot")
        .env("DASHDOT_KANNEL_PASSWORD", RealKannel.PASSWORD)
        .env("DASHDOT_KANNEL_TOKEN", TOKEN);
    kannel.start(server.url() + "/hooks/kannel/" + TOKEN);
    server.start();
    rest = new Rest(server);
  }

  @AfterEach
  void stop() throws IOException {
    if (server != null) {
      server.close();
    }
    mail.stop();
    kannel.close();
  }

  @Test
  void messagesAreReportedAnsweredAndPassADeadGatewayBy() throws IOException {
    confirmTheNumber();
    rest.admin()
        .body(Map.of("order", "sms, mail"))
        .put("/api/v1/contacts/orders/high")
        .then()
        .statusCode(204);

    int taken = fired("TakenByReply");
    String told = awaitMessage("#" + taken);
    assertThat(told).contains("Reply", "A" + taken, "/t/" + taken);
    Rest.eventually().until(() -> receipts(taken).contains("DELIVERED"));
    assertThat(said(taken)).contains("the message has reached Administrator by kannel");
    kannel.reply(NUMBER, "a" + taken);
    Rest.eventually().until(() -> rest.timeline(taken).contains("ACKNOWLEDGED"));
    rest.admin()
        .get("/api/v1/tickets/{n}/timeline", taken)
        .then()
        .body("items.findAll { it.kind == 'ACKNOWLEDGED' }.origin", hasItem("sms"));
    awaitMessage("is yours");
    kannel.reply(NUMBER, "what?");
    awaitMessage("reply A");
    assertThat(mails("TakenByReply")).isZero();

    // Kannel takes it for later and reports nothing: the next channel.
    kannel.unplug();
    int unreported = fired("Unreported");
    Rest.eventually().until(() -> mails("Unreported") == 1);
    assertThat(said(unreported))
        .contains("no receipt by kannel within 5 s", "Administrator is told by mail instead");
    assertThat(rest.blind()).as("one telephone may be switched off").isEmpty();
    fired("Unreported-2");
    fired("Unreported-3");
    Rest.eventually()
        .until(() -> rest.blind().contains("kannel: no receipt for the last 3 messages"));
    kannel.plugIn();
    Rest.eventually().until(() -> rest.blind().isEmpty());

    // Nobody takes it: the next channel at once.
    kannel.stopSmsbox();
    int untaken = fired("Untaken");
    Rest.eventually().until(() -> mails("Untaken") == 1);
    assertThat(said(untaken)).contains("Administrator is told by mail instead");
    assertThat(server.log()).doesNotContain(RealKannel.PASSWORD);
  }

  private void confirmTheNumber() {
    rest.admin()
        .body(Map.of("kind", "sms", "address", "+49 170 123 45 67"))
        .post("/api/v1/contacts")
        .then()
        .statusCode(201);
    int id =
        rest.admin()
            .get("/api/v1/contacts")
            .then()
            .body("items.find { it.kind == 'sms' }.confirmed", equalTo(false))
            .extract()
            .path("items.find { it.kind == 'sms' }.id");
    Matcher code = CODE.matcher(awaitMessage("code is"));
    assertThat(code.find()).isTrue();
    rest.admin()
        .body(Map.of("code", "00000x"))
        .post("/api/v1/contacts/{id}/confirm", id)
        .then()
        .statusCode(422);
    rest.admin()
        .body(Map.of("code", code.group(1)))
        .post("/api/v1/contacts/{id}/confirm", id)
        .then()
        .statusCode(204);
  }

  private int fired(String name) {
    rest.fire(Rest.alert(name, "web-1", "critical"));
    return rest.awaitTicket(name);
  }

  /** The first message to the telephone that contains this, as a person reads it. */
  private String awaitMessage(String part) {
    Rest.eventually().until(() -> messages().anyMatch(m -> m.contains(part)));
    return messages().filter(m -> m.contains(part)).findFirst().orElseThrow();
  }

  private Stream<String> messages() {
    return kannel.received().stream()
        .map(line -> line.contains("%") || line.contains("+") ? decoded(line) : line);
  }

  private static String decoded(String line) {
    try {
      return java.net.URLDecoder.decode(line, java.nio.charset.StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return line;
    }
  }

  private List<String> receipts(int number) {
    return rest.admin()
        .get("/api/v1/tickets/{n}/notifications", number)
        .then()
        .extract()
        .path("items.receipt");
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

  private long mails(String name) {
    return Stream.of(mail.getReceivedMessages())
        .filter(
            message -> {
              try {
                return message.getSubject().contains(name);
              } catch (jakarta.mail.MessagingException e) {
                throw new IllegalStateException(e);
              }
            })
        .count();
  }
}

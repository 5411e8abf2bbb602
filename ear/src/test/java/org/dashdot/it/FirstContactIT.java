package org.dashdot.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A new source brings what has burnt for long: every one a ticket, and one message for all. */
@Execution(ExecutionMode.CONCURRENT)
class FirstContactIT {

  @TempDir Path folder;

  private final GreenMail mail =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private RunningServer server;

  @BeforeEach
  void start() {
    mail.start();
    server =
        RunningServer.of("first-contact")
            .env("DASHDOT_SETTINGS", ShortSettings.with(folder, "first-contact.window=PT10S"))
            .env("DASHDOT_SMTP_HOST", "127.0.0.1")
            .env("DASHDOT_SMTP_PORT", String.valueOf(mail.getSmtp().getPort()))
            .env("DASHDOT_ADMIN_EMAIL", "admin@example.org")
            .start();
  }

  @AfterEach
  void stop() {
    server.close();
    mail.stop();
  }

  @Test
  void whatBurntBeforeItsSourceWasConnectedIsToldInOneList() throws Exception {
    Rest rest = new Rest(server);
    rest.fire(since("Old0", "critical", Duration.ofHours(3)));
    rest.push()
        .body(
            List.of(
                since("Old1", "critical", Duration.ofHours(2)),
                since("Old2", "warning", Duration.ofDays(40)),
                since("Old3", "warning", Duration.ofHours(2)),
                since("Fresh", "critical", Duration.ofMinutes(50))))
        .post("/api/v2/alerts")
        .then()
        .statusCode(200);
    int taken = rest.tickets("Old1").get(0);
    rest.admin().post("/api/v1/tickets/{n}/acknowledge", taken).then().statusCode(204);

    Rest.eventually().until(() -> !subjects("in one list").isEmpty());
    Rest.eventually().until(() -> !subjects("Fresh on web-1").isEmpty());
    assertThat(subjects("on web-1")).hasSize(1);
    assertThat(subjects("in one list")).containsExactly("[dash-dot] 3 tickets in one list");
    assertThat(text("in one list"))
        .contains("it burnt already when prometheus was connected")
        .containsSubsequence("P2 #", "Old0 on web-1", "P3 #", "Old2 on web-1", "Old3 on web-1")
        .doesNotContain("Old1");
    for (String name : List.of("Old0", "Old2", "Old3", "Fresh")) {
      int number = rest.awaitTicket(name);
      Rest.eventually().until(() -> rest.timeline(number).contains("TOLD"));
    }
    assertThat(rest.timeline(taken)).doesNotContain("TOLD");

    rest.fire(since("OldButLater", "critical", Duration.ofHours(2)));
    Rest.eventually().until(() -> !subjects("OldButLater on web-1").isEmpty());
  }

  private static Map<String, Object> since(String name, String severity, Duration age) {
    Map<String, Object> alert = new HashMap<>(Rest.alert(name, "web-1", severity));
    alert.put("startsAt", Instant.now().minus(age).toString());
    return alert;
  }

  private List<String> subjects(String part) throws MessagingException {
    List<String> subjects = new ArrayList<>();
    for (MimeMessage message : mail.getReceivedMessages()) {
      if (message.getSubject().contains(part)) {
        subjects.add(message.getSubject());
      }
    }
    return subjects;
  }

  private String text(String subject) throws MessagingException, IOException {
    for (MimeMessage message : mail.getReceivedMessages()) {
      if (message.getSubject().contains(subject)) {
        return Letter.text(message);
      }
    }
    return "";
  }
}

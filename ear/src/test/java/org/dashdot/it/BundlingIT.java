package org.dashdot.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Two hundred tickets for one person are one message. */
@Tag("once")
@Execution(ExecutionMode.CONCURRENT)
class BundlingIT {

  private static final int TICKETS = 200;

  @TempDir Path folder;

  @Test
  void manyTicketsForOnePersonAreOneMail() throws Exception {
    GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.start();
    try (RunningServer server =
        RunningServer.of("bundling")
            .env(
                "DASHDOT_SETTINGS",
                ShortSettings.with(
                    folder, "outbox.burst=3", "outbox.gather=PT15S", "p2.tell-after=PT10S"))
            .env("DASHDOT_SMTP_HOST", "127.0.0.1")
            .env("DASHDOT_SMTP_PORT", String.valueOf(mail.getSmtp().getPort()))
            .env("DASHDOT_ADMIN_EMAIL", "admin@example.org")
            .start()) {
      Rest rest = new Rest(server);
      for (int from = 0; from < TICKETS; from += 50) {
        List<Map<String, Object>> alerts = new ArrayList<>();
        for (int i = from; i < from + 50; i++) {
          alerts.add(Rest.alert("Many", "many-" + i, "critical"));
        }
        rest.push().body(alerts).post("/api/v2/alerts").then().statusCode(200);
      }
      int one = rest.awaitTicket("Many on many-7");
      Rest.eventually().until(() -> rest.timeline(one).contains("TOLD"));
      // Besides what a new server says of itself and of a machine that works hard.
      assertThat(told(mail))
          .filteredOn(subject -> !subject.contains("Finish set-up") && !subject.contains("Load is"))
          .containsExactly("[dash-dot] " + TICKETS + " tickets in one list");
      MimeMessage[] messages = mail.getReceivedMessages();
      assertThat(Letter.text(messages[messages.length - 1]))
          .contains("Many on many-", "and 100 more");
    } finally {
      mail.stop();
    }
  }

  private static List<String> told(GreenMail mail) throws MessagingException, IOException {
    List<String> subjects = new ArrayList<>();
    for (MimeMessage message : mail.getReceivedMessages()) {
      subjects.add(message.getSubject());
    }
    return subjects;
  }
}

package org.dashdot.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Whoever does not acknowledge is told again, some times; whoever does is told no more. */
@Tag("once")
@Execution(ExecutionMode.CONCURRENT)
class RepeatsIT {

  private static final int REPEATS = 2;

  @TempDir Path folder;

  private final GreenMail mail =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  @Test
  void onlyWhoHasNotAcknowledgedIsToldAgain() throws MessagingException {
    mail.start();
    try (RunningServer server =
        RunningServer.of("repeats")
            .env(
                "DASHDOT_SETTINGS",
                ShortSettings.with(folder, "p2.repeat=PT6S", "p2.repeats=" + REPEATS))
            .env("DASHDOT_SMTP_HOST", "127.0.0.1")
            .env("DASHDOT_SMTP_PORT", String.valueOf(mail.getSmtp().getPort()))
            .env("DASHDOT_ADMIN_EMAIL", "admin@example.org")
            .start()) {
      Rest rest = new Rest(server);
      rest.fire(Rest.alert("Taken", "web-1", "critical"));
      rest.fire(Rest.alert("Left", "web-2", "critical"));
      Rest.eventually().until(() -> mails("Taken on web-1") == 1 && mails("Left on web-2") == 1);
      int taken = rest.awaitTicket("Taken on web-1");
      rest.admin().post("/api/v1/tickets/{n}/acknowledge", taken).then().statusCode(204);

      Rest.eventually().until(() -> mails("Left on web-2") == 1 + REPEATS);
      Awaitility.await()
          .during(Duration.ofSeconds(8))
          .atMost(Duration.ofSeconds(20))
          .until(() -> mails("Left on web-2") == 1 + REPEATS);
      assertThat(mails("Taken on web-1")).isEqualTo(1);
    } finally {
      mail.stop();
    }
  }

  private long mails(String part) throws MessagingException {
    long count = 0;
    for (MimeMessage message : mail.getReceivedMessages()) {
      count += message.getSubject().contains(part) ? 1 : 0;
    }
    return count;
  }
}

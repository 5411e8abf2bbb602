package org.dashdot.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Whoever has to know of a change hears of it once: what burns again, gets worse, is handed on, is
 * late, or reaches nobody.
 */
@Tag("once")
@Execution(ExecutionMode.CONCURRENT)
class NewsIT {

  @TempDir Path folder;

  private final GreenMail mail =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private Rest rest;

  @Test
  void everyChangeIsToldOnceToWhoeverHasToKnow() throws MessagingException {
    mail.start();
    try (RunningServer server =
        RunningServer.of("news")
            .env(
                "DASHDOT_SETTINGS",
                ShortSettings.with(folder, "p2.stable=PT60S", "p2.repeats=0", "p3.overdue=PT8S"))
            .env("DASHDOT_SMTP_HOST", "127.0.0.1")
            .env("DASHDOT_SMTP_PORT", String.valueOf(mail.getSmtp().getPort()))
            .env("DASHDOT_ADMIN_EMAIL", "admin@example.org")
            .start()) {
      rest = new Rest(server);
      PeoplePage people = new PeoplePage(server);
      int ben = people.add("ben", "Ben Second", "ben@example.org");
      people.add("cora", "Cora Silent", "");

      int late = fired("Late", "warning");
      int again = burnsAgainBeforeItWasStable();
      getsWorse();
      isHandedOnAndTakenBack(ben);
      isLate(late);
      // What was told once stays told once.
      assertThat(mails("BurnsAgain", "admin")).isEqualTo(2);
      assertThat(rest.status(again)).isEqualTo("OPEN");
      whoeverCannotBeToldIsATicket();
    } finally {
      mail.stop();
    }
  }

  private int burnsAgainBeforeItWasStable() {
    int number = fired("BurnsAgain", "critical");
    Rest.eventually().until(() -> mails("BurnsAgain", "admin") == 1);
    // It ends a second ago, which must be after its beginning.
    Rest.eventually()
        .until(
            () -> {
              rest.fire(Rest.over("BurnsAgain", "web-1", "critical"));
              return rest.status(number).equals("CLEARED");
            });
    rest.fire(Rest.alert("BurnsAgain", "web-1", "critical"));
    Rest.eventually().until(() -> mails("BurnsAgain", "admin") == 2);
    assertThat(rest.status(number)).isEqualTo("OPEN");
    return number;
  }

  private void getsWorse() {
    int number = fired("GetsWorse", "warning");
    Rest.eventually().until(() -> mails("GetsWorse", "admin") == 1);
    rest.admin()
        .body(Map.of("priority", "P2", "reason", "it spreads"))
        .post("/api/v1/tickets/{n}/priority", number)
        .then()
        .statusCode(org.hamcrest.Matchers.lessThan(300));
    stays("GetsWorse", "admin", 2);
  }

  private void isHandedOnAndTakenBack(int ben) {
    int number = fired("HandedOn", "critical");
    rest.admin().post("/api/v1/tickets/{n}/acknowledge", number).then().statusCode(204);
    assertThat(rest.status(number)).isEqualTo("ACKNOWLEDGED");
    rest.admin()
        .body(Map.of("person", ben))
        .post("/api/v1/tickets/{n}/hand-over", number)
        .then()
        .statusCode(org.hamcrest.Matchers.lessThan(300));
    assertThat(rest.status(number)).isEqualTo("OPEN");
    stays("HandedOn", "ben", 1);
    Rest.eventually()
        .until(
            () ->
                rest.admin()
                    .get("/api/v1/tasks?ticket={n}", number)
                    .then()
                    .extract()
                    .<List<String>>path("items.name")
                    .contains("Acknowledge"));
    rest.admin().delete("/api/v1/tickets/{n}/change", number).then().statusCode(200);
    assertThat(rest.status(number)).isEqualTo("ACKNOWLEDGED");
  }

  private void isLate(int number) {
    Rest.eventually().until(() -> mails("Late", "admin") == 2);
    assertThat(rest.timeline(number)).contains("REMINDED");
  }

  private void whoeverCannotBeToldIsATicket() {
    rest.admin()
        .body(Map.of("cause", "all is set up", "action", "looked", "automation", "no"))
        .post("/api/v1/tickets/1/resolve")
        .then()
        .statusCode(204);
    int rotation = rest.admin().get("/api/v1/duty").then().extract().path("items[0].rotation");
    int override =
        rest.admin()
            .body(
                Map.of(
                    "rotation",
                    rotation,
                    "person",
                    "cora",
                    "from",
                    Instant.now().toString(),
                    "until",
                    Instant.now().plusSeconds(3600).toString()))
            .post("/api/v1/duty/overrides")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    Awaitility.await()
        .atMost(Duration.ofSeconds(120))
        .until(() -> !titled("Cora Silent is on duty").isEmpty());
    int number = titled("Cora Silent is on duty").get(0);
    assertThat(rest.<String>of(number, "priority")).isEqualTo("P2");
    rest.admin().delete("/api/v1/duty/overrides/{id}", override).then().statusCode(204);
    Awaitility.await().atMost(Duration.ofSeconds(120)).until(() -> !rest.burns(number));
  }

  private List<Integer> titled(String text) {
    return rest.admin()
        .get("/api/v1/tickets?status=all&q=cora")
        .then()
        .extract()
        .path("items.findAll { it.title.contains('" + text + "') }.number");
  }

  private int fired(String name, String severity) {
    rest.fire(Rest.alert(name, "web-1", severity));
    return rest.awaitTicket(name + " on web-1");
  }

  private void stays(String part, String to, int count) {
    Rest.eventually().until(() -> mails(part, to) == count);
    Awaitility.await()
        .during(Duration.ofSeconds(4))
        .atMost(Duration.ofSeconds(20))
        .until(() -> mails(part, to) == count);
  }

  private long mails(String part, String to) throws MessagingException {
    long count = 0;
    for (MimeMessage message : mail.getReceivedMessages()) {
      count +=
          message.getSubject().contains(part)
                  && message.getAllRecipients()[0].toString().contains(to + "@")
              ? 1
              : 0;
    }
    return count;
  }
}

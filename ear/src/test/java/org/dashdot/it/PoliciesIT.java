package org.dashdot.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Who is told next is said by policies; whoever does nothing is reminded and loses the ticket. */
@Tag("once")
@Execution(ExecutionMode.CONCURRENT)
class PoliciesIT {

  @TempDir Path folder;

  private final GreenMail mail =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private RunningServer server;
  private Rest rest;

  @BeforeEach
  void start() {
    mail.start();
    server =
        RunningServer.of("policies")
            .env(
                "DASHDOT_SETTINGS",
                ShortSettings.with(
                    folder, "p2.progress-due=PT4S", "p2.hand-back=PT10S", "p2.repeats=0"))
            .env("DASHDOT_SMTP_HOST", "127.0.0.1")
            .env("DASHDOT_SMTP_PORT", String.valueOf(mail.getSmtp().getPort()))
            .env("DASHDOT_ADMIN_EMAIL", "admin@example.org")
            .start();
    rest = new Rest(server);
  }

  @AfterEach
  void stop() {
    server.close();
    mail.stop();
  }

  @Test
  void stepsRemindersAndHandBackFollowThePolicyInForce() throws MessagingException {
    refusals();
    idleOwnerLosesTheTicket();
    policyEscalatesInRounds();
  }

  private void idleOwnerLosesTheTicket() throws MessagingException {
    int idle = fired("Idle");
    Rest.eventually().until(() -> mails("Idle") == 1);
    rest.admin().post("/api/v1/tickets/{n}/acknowledge", idle).then().statusCode(204);
    Rest.eventually().until(() -> rest.timeline(idle).contains("REMINDED"));
    Rest.eventually().until(() -> rest.timeline(idle).contains("HANDED_BACK"));
    Rest.eventually().until(() -> rest.status(idle).equals("OPEN"));
    // Reminded at least once, told that it was taken, and told that it waits for them again.
    Rest.eventually().until(() -> mails("Idle") >= 4);
    rest.admin().post("/api/v1/tickets/{n}/acknowledge", idle).then().statusCode(204);
    rest.admin()
        .body(Map.of("cause", "sleep", "action", "woke up", "automation", "no"))
        .post("/api/v1/tickets/{n}/resolve", idle)
        .then()
        .statusCode(204);
    rest.fire(Rest.over("Idle", "web-1", "critical"));
    Rest.eventually().until(() -> rest.status(idle).equals("RESOLVED"));
  }

  private void policyEscalatesInRounds() throws MessagingException {
    int rotation = rest.admin().get("/api/v1/duty").then().extract().path("items[0].rotation");
    Map<String, Object> policy = policy("nights", "PT2S", "rotation:" + rotation);
    policy.put("rounds", 2);
    policy.put("again", "5 s");
    int id =
        rest.admin()
            .body(policy)
            .post("/api/v1/escalation-policies")
            .then()
            .statusCode(201)
            .body("steps[0].now[0]", equalTo("Administrator"), "again", equalTo("PT5S"))
            .extract()
            .path("id");
    rest.admin()
        .body(policy("other", "PT1M", "managers"))
        .post("/api/v1/escalation-policies")
        .then()
        .statusCode(409)
        .body("detail", containsString("nights"));
    int ticket = fired("Rounds");
    Rest.eventually().until(() -> Collections.frequency(rest.timeline(ticket), "ESCALATED") == 2);
    Rest.eventually().until(() -> mails("Rounds") == 3);
    rest.admin().delete("/api/v1/escalation-policies/{id}", id).then().statusCode(204);
    List<String> acts =
        rest.admin()
            .get("/api/v1/audit?q=nights")
            .then()
            .statusCode(200)
            .extract()
            .path("items.action");
    assertThat(acts).contains("add escalation policy", "remove escalation policy");
  }

  private void refusals() {
    refused(policy("x", "soon", "team"), "steps");
    refused(policy("x", "5 min", "boss"), "steps");
    refused(policy("x", "5 min", "person:999999"), "steps");
    refused(policy("", "5 min", "team"), "name");
    Map<String, Object> noPriority = policy("x", "5 min", "team");
    noPriority.put("priorities", List.of("P9"));
    refused(noPriority, "priorities");
    Map<String, Object> early = policy("x", "5 min", "team");
    early.put("rounds", 2);
    early.put("again", "1 min");
    refused(early, "again");
    Map<String, Object> strange = policy("x", "5 min", "team");
    strange.put("hours", Map.of("days", List.of("someday"), "from", "22:00", "until", "07:00"));
    refused(strange, "hours");
  }

  private void refused(Map<String, Object> policy, String field) {
    rest.admin()
        .body(policy)
        .post("/api/v1/escalation-policies")
        .then()
        .statusCode(422)
        .body("field", equalTo(field));
  }

  private static Map<String, Object> policy(String name, String after, String tell) {
    Map<String, Object> policy = new HashMap<>();
    policy.put("name", name);
    policy.put("priorities", List.of("P2"));
    policy.put("steps", List.of(Map.of("after", after, "tell", tell)));
    return policy;
  }

  private int fired(String name) {
    rest.fire(Rest.alert(name, "web-1", "critical"));
    return rest.awaitTicket(name);
  }

  private long mails(String part) throws MessagingException {
    long count = 0;
    for (MimeMessage message : mail.getReceivedMessages()) {
      count += message.getSubject().contains(part) ? 1 : 0;
    }
    return count;
  }
}

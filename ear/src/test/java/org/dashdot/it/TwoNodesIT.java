package org.dashdot.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Two nodes that share a database are one dash-dot. */
class TwoNodesIT {

  private static final int ALERTS = 40;

  private final MailSink mail = new MailSink();

  @Test
  void nodesThatStartTogetherOnAnEmptyDatabaseOpenEachTicketOnceAndTellOfItOnce()
      throws IOException {
    TestDatabase database = TestDatabase.fresh();
    assumeTrue(database.isPostgresql(), "The embedded database belongs to one node.");
    mail.open();
    try (mail;
        RunningServer a = node("node-a", database);
        RunningServer b = node("node-b", database)) {
      CompletableFuture.allOf(
              CompletableFuture.runAsync(a::start), CompletableFuture.runAsync(b::start))
          .join();
      assertThat(database.count(null, "select count(*) from person")).isEqualTo(1);
      assertThat(database.count(null, "select count(*) from ticket where title = 'Finish set-up'"))
          .isEqualTo(1);
      assertThat(database.count(null, "select count(distinct VERSION_) from ACT_RE_PROCDEF"))
          .isEqualTo(1);

      List<Map<String, Object>> alerts =
          IntStream.range(0, ALERTS)
              .mapToObj(i -> Rest.alert("OnBothNodes" + i, "web-1", "warning"))
              .toList();
      List<CompletableFuture<Void>> pushes = new ArrayList<>();
      for (RunningServer node : List.of(a, b, a, b)) {
        pushes.add(CompletableFuture.runAsync(() -> push(node, alerts)));
      }
      pushes.forEach(CompletableFuture::join);
      assertThat(
              database.count(
                  null, "select count(*) from ticket where class_key like 'OnBothNodes%'"))
          .isEqualTo(ALERTS);
      assertThat(
              database.count(
                  null,
                  "select count(*) from ACT_RU_EXECUTION e join ticket t"
                      + " on cast(t.id as varchar) = e.BUSINESS_KEY_"
                      + " where e.PARENT_ID_ is null and t.class_key like 'OnBothNodes%'"))
          .isEqualTo(ALERTS);

      Rest.eventually()
          .untilAsserted(
              () ->
                  assertThat(
                          database.count(
                              null,
                              "select count(*) from notification n join ticket t"
                                  + " on t.id = n.ticket_id where n.state = 'SENT'"
                                  + " and t.class_key like 'OnBothNodes%'"))
                      .isEqualTo(ALERTS));
      assertThat(mail.about("OnBothNodes"))
          .extracting(MailSink.Taken::subject)
          .hasSize(ALERTS)
          .doesNotHaveDuplicates();

      int number = new Rest(a).tickets("OnBothNodes0").get(0);
      a.kill9();
      new Rest(b)
          .admin()
          .body(Map.of("cause", "a node died", "action", "the other went on"))
          .post("/api/v1/tickets/{n}/resolve", number)
          .then()
          .statusCode(204);
      push(b, List.of(Rest.over("OnBothNodes0", "web-1", "warning")));
      Rest.eventually()
          .untilAsserted(
              () ->
                  new Rest(b)
                      .admin()
                      .get("/api/v1/tickets/{n}", number)
                      .then()
                      .body("status", equalTo("CLOSED")));
    }
  }

  private RunningServer node(String name, TestDatabase database) {
    return RunningServer.of(name)
        .on(database)
        .env("DASHDOT_SMTP_HOST", "127.0.0.1")
        .env("DASHDOT_SMTP_PORT", String.valueOf(mail.port()))
        .env("DASHDOT_ADMIN_EMAIL", "admin@example.org");
  }

  /** As a sender does: what is refused for now is sent again. */
  private static void push(RunningServer node, List<Map<String, Object>> alerts) {
    Rest.eventually()
        .until(() -> new Rest(node).push().body(alerts).post("/api/v2/alerts").statusCode() == 200);
  }
}

package org.dashdot.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long it takes from an alert that is sent to a mail that its server took and a short message
 * that its gateway took, over 1,000 tickets, one every 100 ms; a driver that prints a table. What
 * is lost fails it; how long it took does not.
 */
class DeliveryBenchmark {

  private static final int TICKETS = 1000;
  private static final int APART_MILLIS = 100;
  private static final int WARM_UP = 100;
  private static final Pattern CODE = Pattern.compile("code is.(\\d{6})");

  @TempDir Path folder;

  private final Map<String, Instant> sent = new ConcurrentHashMap<>();

  @Test
  void figures() throws Exception {
    try (MailSink mail = new MailSink();
        SmsSink gateway = new SmsSink();
        RunningServer server = server(mail, gateway)) {
      Rest rest = new Rest(server);
      confirm(rest, gateway);
      fire(rest, "Warm", WARM_UP);
      Awaitility.await()
          .atMost(Duration.ofMinutes(2))
          .until(() -> gateway.about("Warm").size() == WARM_UP);
      fire(rest, "Late", TICKETS);
      Awaitility.await()
          .atMost(Duration.ofMinutes(5))
          .until(
              () ->
                  mail.about("Late").size() >= TICKETS && gateway.about("Late").size() >= TICKETS);
      String database = System.getProperty("dashdot.test.db");
      String text =
          String.join(
                  "\n",
                  "| " + database + ": signal sent to handed over | p50 | p95 | longest |",
                  "|---|---|---|---|",
                  row(
                      "mail",
                      mail.about("Late").stream().map(m -> took(m.subject(), m.at())).toList()),
                  row(
                      "SMS",
                      gateway.about("Late").stream().map(m -> took(m.text(), m.at())).toList()))
              + "\n";
      Files.writeString(
          Path.of(System.getProperty("dashdot.test.data"), "delivery-" + database + ".md"), text);
      System.out.println(text);
    }
  }

  private RunningServer server(MailSink mail, SmsSink gateway) throws IOException {
    mail.open();
    return RunningServer.of("delivery")
        .env(
            "DASHDOT_SETTINGS",
            ShortSettings.with(folder, "outbox.burst=100000", "notify.receipt=PT1H"))
        .env("DASHDOT_SMTP_HOST", "127.0.0.1")
        .env("DASHDOT_SMTP_PORT", String.valueOf(mail.port()))
        .env("DASHDOT_ADMIN_EMAIL", "admin@example.org")
        .env("DASHDOT_KANNEL_URL", gateway.url())
        .env("DASHDOT_KANNEL_USER", "dash-dot")
        .env("DASHDOT_KANNEL_PASSWORD", "secret")
        .start();
  }

  private static void confirm(Rest rest, SmsSink gateway) {
    rest.admin()
        .body(Map.of("kind", "sms", "address", "+491701234567"))
        .post("/api/v1/contacts")
        .then()
        .statusCode(201);
    Rest.eventually().until(() -> !gateway.about("code is").isEmpty());
    Matcher code = CODE.matcher(gateway.about("code is").get(0).text());
    if (!code.find()) {
      throw new AssertionError("no code");
    }
    int id =
        rest.admin()
            .get("/api/v1/contacts")
            .then()
            .extract()
            .path("items.find { it.kind == 'sms' }.id");
    rest.admin()
        .body(Map.of("code", code.group(1)))
        .post("/api/v1/contacts/{id}/confirm", id)
        .then()
        .statusCode(204);
  }

  private void fire(Rest rest, String name, int times) throws InterruptedException {
    ScheduledExecutorService clock = Executors.newScheduledThreadPool(4);
    for (int i = 0; i < times; i++) {
      String one = name + i + "x";
      clock.schedule(
          () -> {
            sent.put(one, Instant.now());
            rest.fire(Rest.alert(one, "web-1", "critical"));
          },
          (long) i * APART_MILLIS,
          TimeUnit.MILLISECONDS);
    }
    clock.shutdown();
    if (!clock.awaitTermination(10, TimeUnit.MINUTES)) {
      throw new AssertionError("not all was sent");
    }
  }

  private long took(String words, Instant at) {
    Matcher name = Pattern.compile("Late\\d+x").matcher(words);
    if (!name.find()) {
      throw new AssertionError("This names no ticket: " + words);
    }
    return Duration.between(sent.get(name.group()), at).toMillis();
  }

  private static String row(String what, List<Long> millis) {
    List<Long> sorted = new ArrayList<>(millis);
    sorted.sort(null);
    return "| "
        + what
        + " | "
        + sorted.get(sorted.size() / 2)
        + " ms | "
        + sorted.get(sorted.size() * 95 / 100)
        + " ms | "
        + sorted.get(sorted.size() - 1)
        + " ms |";
  }
}

package org.dashdot.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How a storm of 10,000 critical alerts in 200 groups, sent within ten seconds, is borne: a driver
 * that prints a table for each database. What is lost fails it; how long it took does not.
 */
class StormBenchmark {

  private static final Duration LASTS = Duration.ofSeconds(10);
  private static final int SENDERS = 4;
  private static final int WARM_UP = 100;

  @TempDir Path folder;

  private final Gale gale = new Gale();
  private final List<String> table = new ArrayList<>();

  @Test
  void figures() throws Exception {
    String database = System.getProperty("dashdot.test.db");
    table.add("| " + database + ": storm | figure |");
    table.add("|---|---|");
    storm("detection on", "");
    storm("detection off", "storm.detection=false\nspread.detection=false\n");
    String text = String.join("\n", table) + "\n";
    Files.writeString(
        Path.of(System.getProperty("dashdot.test.data"), "storm-" + database + ".md"), text);
    System.out.println(text);
  }

  private void storm(String what, String settings) throws Exception {
    try (RunningServer server = started(settings)) {
      Rest rest = new Rest(server);
      warm(server);
      // What somebody works on is left out of a storm.
      int taken = rest.awaitTicket("Gentle");
      rest.admin().post("/api/v1/tickets/{n}/acknowledge", taken).then().statusCode(204);
      int highBefore = high(rest);
      long began = System.nanoTime();
      List<Long> took = push(server, Gale.batches("critical"));
      long accepted = System.nanoTime();
      Awaitility.await()
          .atMost(Duration.ofMinutes(2))
          .pollInterval(Duration.ofMillis(50))
          .until(() -> high(rest) - highBefore == Gale.GROUPS);
      long right = System.nanoTime();
      row(what, "pushes, p50", millis(percentile(took, 50)) + " ms");
      row(what, "pushes, p95", millis(percentile(took, 95)) + " ms");
      row(what, "first push sent to last answered", millis(accepted - began) + " ms");
      row(what, "last answered to the dot right", millis(right - accepted) + " ms");
      report(what, rest);
    }
  }

  private void report(String what, Rest rest) {
    List<Integer> open = Gale.open(rest);
    int held = 0;
    int storms = 0;
    for (int number : open) {
      held += rest.<List<Integer>>of(number, "imperfections.id").size();
      storms += rest.<String>of(number, "title").startsWith("Storm:") ? 1 : 0;
    }
    row(what, "open tickets, storms among them", open.size() + ", " + storms);
    if (held != Gale.GROUPS * Gale.SERIES) {
      throw new IllegalStateException("The open tickets hold " + held + " alerts");
    }
  }

  private RunningServer started(String settings) throws IOException {
    Path file = folder.resolve("storm.properties");
    Files.writeString(file, settings);
    return RunningServer.of("storm-benchmark")
        .env("DASHDOT_SETTINGS", file.toString())
        .env("DASHDOT_SMTP_HOST", "127.0.0.1")
        .env("DASHDOT_SMTP_PORT", String.valueOf(RunningServer.freePort()))
        .env("DASHDOT_ADMIN_EMAIL", "admin@example.org")
        .env("DASHDOT_HEAP", null)
        .env("PREPEND_JAVA_OPTS", null)
        .start();
  }

  /** As a server is that has been at work for some minutes. */
  private void warm(RunningServer server) {
    String batch = Gale.batches("warning").get(0).replaceAll("([Gg])ale-?\\d+", "$1entle");
    for (int i = 0; i < WARM_UP; i++) {
      gale.push(server, batch.replace("\"series\":\"", "\"series\":\"" + i + "-"));
    }
  }

  /** Evenly over the time, whether or not the ones before were answered. */
  private List<Long> push(RunningServer server, List<String> batches)
      throws InterruptedException, ExecutionException {
    ScheduledExecutorService senders = Executors.newScheduledThreadPool(SENDERS);
    long pause = LASTS.toNanos() / batches.size();
    List<ScheduledFuture<Long>> sent = new ArrayList<>();
    for (int i = 0; i < batches.size(); i++) {
      String batch = batches.get(i);
      sent.add(senders.schedule(() -> took(server, batch), i * pause, TimeUnit.NANOSECONDS));
    }
    List<Long> took = new ArrayList<>();
    for (ScheduledFuture<Long> one : sent) {
      took.add(one.get());
    }
    senders.shutdown();
    return took;
  }

  /** Until it is taken, as Prometheus tries again. */
  private long took(RunningServer server, String batch) {
    long began = System.nanoTime();
    if (gale.push(server, batch) != 200) {
      Rest.eventually().until(() -> gale.push(server, batch) == 200);
    }
    return System.nanoTime() - began;
  }

  private static int high(Rest rest) {
    return rest.admin().get("/api/v1/dot").then().statusCode(200).extract().path("high");
  }

  private static long percentile(List<Long> values, int percent) {
    List<Long> sorted = values.stream().sorted().toList();
    return sorted.get((int) Math.ceil(sorted.size() * percent / 100.0) - 1);
  }

  private static long millis(long nanos) {
    return nanos / 1_000_000;
  }

  private void row(String what, String figure, String value) {
    table.add("| " + what + ": " + figure + " | " + value + " |");
  }
}

package org.dashdot.it;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * How fast alerts come in: a driver, no assertion. {@code mvn verify -Pbenchmark} prints a table
 * for each database; {@code -Dbenchmark.seconds} says how long each figure is measured (15), half
 * of that before it to warm up. A figure is the median of three rounds. Storm and spread detection
 * are off; each ticket is assigned and has its row in the outbox.
 */
class ThroughputBenchmark {

  private static final int CLIENTS = 4;
  private static final int BATCH = 256;
  private static final int GROUPS = 16;
  private static final Duration MEASURED =
      Duration.ofSeconds(Integer.getInteger("benchmark.seconds", 15));
  private static final Duration WARM_UP = MEASURED.dividedBy(2);
  private static final int ROUNDS = 3;

  private final HttpClient http = HttpClient.newHttpClient();
  private final AtomicLong numbers = new AtomicLong();
  private final List<String> table = new ArrayList<>();
  private double repeats;
  private double groups;

  @Test
  void figures() throws IOException {
    String database = System.getProperty("dashdot.test.db");
    table.add("| " + database + " | figure |");
    table.add("|---|---|");
    try (RunningServer server = RunningServer.of("benchmark")) {
      Path settings = Files.createTempFile("benchmark", ".properties");
      Files.writeString(
          settings, "storm.detection=false\nspread.detection=false\np3.tell-after=PT2H\n");
      server
          .env("DASHDOT_SMTP_HOST", "127.0.0.1")
          .env("DASHDOT_SMTP_PORT", String.valueOf(RunningServer.freePort()))
          .env("DASHDOT_ADMIN_EMAIL", "admin@example.org")
          .env("DASHDOT_SETTINGS", settings.toString())
          .env("DASHDOT_HEAP", null)
          .env("PREPEND_JAVA_OPTS", null);
      started(server, "start to first page, new database");
      server.stop();
      started(server, "start to first page, known database");
      row("memory of the JVM after start", residentMegabytes(server) + " MB");
      alerts(server);
      row("memory of the JVM after that", residentMegabytes(server) + " MB");
      server.stop();
      fileOf(server);
      try (BareEngine engine = new BareEngine(server.database(), server.data())) {
        double bare =
            measure(
                "bare engine: process starts, " + CLIENTS + " threads",
                "/s",
                () -> {
                  engine.start(numbers.incrementAndGet());
                  return 1;
                });
        ratio("(c) to the bare engine", groups / bare);
      }
    }
    alertmanager();
    row("the EAR", Files.size(Path.of(System.getProperty("dashdot.test.ear"))) / 1_000_000 + " MB");
    String text = String.join("\n", table) + "\n";
    Files.writeString(
        Path.of(System.getProperty("dashdot.test.data"), "benchmark-" + database + ".md"), text);
    System.out.println(text);
  }

  /** What the embedded database costs on the disk right after the storm, kept history included. */
  private void fileOf(RunningServer server) throws IOException {
    Path file = server.data().resolve("db/dash-dot.mv.db");
    if (Files.exists(file)) {
      String size = Files.size(file) / 1_000_000 + " MB";
      row("the database's file after " + numbers.get() + " tickets", size);
    }
  }

  private void alerts(RunningServer server) {
    measure("new tickets, one alert a push, " + CLIENTS + " clients", "/s", () -> fresh(server, 1));
    groups =
        measure("(c) new groups, 64 alerts a push, each a ticket", "/s", () -> fresh(server, 64));
    repeats = known("dash-dot", server.url(), Rest.TOKEN);
  }

  /** What an Alertmanager and dash-dot can both do, by the same driver; returns (a). */
  private double known(String who, String url, String token) {
    String again = batch(BATCH, 0);
    push(url, token, again);
    double same =
        measure(
            "(a) repeats, " + BATCH + " alerts a push: " + who,
            " alerts/s",
            () -> {
              push(url, token, again);
              return BATCH;
            });
    measure(
        "(b) new alerts of known groups, " + BATCH + " a push: " + who,
        " alerts/s",
        () -> {
          push(url, token, joining(numbers.addAndGet(BATCH)));
          return BATCH;
        });
    return same;
  }

  /** The real one, in memory, where it is installed. */
  private void alertmanager() throws IOException {
    Path folder = Files.createTempDirectory("alertmanager");
    Files.writeString(
        folder.resolve("alertmanager.yml"),
        "route: {receiver: nobody, group_by: [alertname, instance]}\n"
            + "receivers: [{name: nobody}]\n");
    int port = RunningServer.freePort();
    Process process;
    try {
      process =
          Programs.start(
              folder,
              "prometheus-alertmanager",
              "--config.file=alertmanager.yml",
              "--storage.path=data",
              "--cluster.listen-address=",
              "--web.listen-address=127.0.0.1:" + port);
    } catch (org.opentest4j.TestAbortedException missing) {
      row("Alertmanager", "not installed");
      return;
    }
    try {
      String url = "http://127.0.0.1:" + port;
      Rest.eventually().ignoreExceptions().until(() -> ready(url));
      ratio("(a) to Alertmanager", repeats / known("Alertmanager", url, "none"));
    } finally {
      process.destroy();
    }
  }

  private boolean ready(String url) throws IOException, InterruptedException {
    return http.send(
                HttpRequest.newBuilder(URI.create(url + "/-/ready")).build(),
                HttpResponse.BodyHandlers.discarding())
            .statusCode()
        == 200;
  }

  private int fresh(RunningServer server, int size) {
    push(server.url(), Rest.TOKEN, batch(size, numbers.addAndGet(size)));
    return size;
  }

  private void started(RunningServer server, String what) {
    long began = System.nanoTime();
    server.start();
    send(HttpRequest.newBuilder(URI.create(server.url() + "/")).build(), 200);
    row(what, Duration.ofNanos(System.nanoTime() - began).toMillis() / 1000.0 + " s");
  }

  /** Runs the work on every thread: first to warm up, then to count what it says it did. */
  private double measure(String what, String unit, IntSupplier work) {
    during(WARM_UP, work);
    double[] rounds = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      long began = System.nanoTime();
      long done = during(MEASURED.dividedBy(ROUNDS), work);
      rounds[round] = done / ((System.nanoTime() - began) / 1e9);
    }
    Arrays.sort(rounds);
    double median = rounds[ROUNDS / 2];
    row(what, Math.round(median) + unit);
    return median;
  }

  private void ratio(String what, double ratio) {
    row(what, "%.2f".formatted(ratio));
  }

  private static long during(Duration time, IntSupplier work) {
    long end = System.nanoTime() + time.toNanos();
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    try {
      List<Future<Long>> counts =
          IntStream.range(0, CLIENTS)
              .mapToObj(
                  i ->
                      clients.submit(
                          () -> {
                            long done = 0;
                            while (System.nanoTime() < end) {
                              done += work.getAsInt();
                            }
                            return done;
                          }))
              .toList();
      long sum = 0;
      for (Future<Long> count : counts) {
        sum += count.get();
      }
      return sum;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      clients.shutdownNow();
    }
  }

  private void push(String url, String token, String body) {
    send(
        HttpRequest.newBuilder(URI.create(url + "/api/v2/alerts"))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        200);
  }

  private void send(HttpRequest request, int expected) {
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != expected) {
        throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Alerts of so many hosts up to and with this number. */
  private static String batch(int size, long last) {
    String end = Instant.now().plusSeconds(240).toString();
    return IntStream.range(0, size)
        .mapToObj(
            i ->
                """
                {"labels":{"alertname":"DiskFull","instance":"host-%d:9100","job":"node",\
                "mountpoint":"/var","severity":"warning"},\
                "annotations":{"summary":"Disk of host-%d is 93 %% full",\
                "runbook_url":"https://runbooks.example/disk"},\
                "endsAt":"%s","generatorURL":"http://prometheus:9090/graph?g0.expr=disk"}"""
                    .formatted(last - i, last - i, end))
        .collect(Collectors.joining(",", "[", "]"));
  }

  /** New series of a few groups that are known after the first push. */
  private static String joining(long last) {
    String end = Instant.now().plusSeconds(240).toString();
    return IntStream.range(0, BATCH)
        .mapToObj(
            i ->
                """
                {"labels":{"alertname":"SeriesHigh","instance":"shop-%d:9100","job":"node",\
                "series":"%d","severity":"warning"},\
                "annotations":{"summary":"Series %d is high"},"endsAt":"%s",\
                "generatorURL":"http://prometheus:9090/graph?g0.expr=series"}"""
                    .formatted(i % GROUPS, last - i, last - i, end))
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static long residentMegabytes(RunningServer server) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + server.pid() + "/status"), StandardCharsets.UTF_8)
            .stream()
            .filter(line -> line.startsWith("VmRSS:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
            .sum()
        / 1024;
  }

  private void row(String what, String figure) {
    table.add("| " + what + " | " + figure + " |");
  }
}

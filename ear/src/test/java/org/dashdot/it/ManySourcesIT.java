package org.dashdot.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A hundred sources are asked in turn, and twenty that never answer hold up none of the others. */
@Tag("once")
@Execution(ExecutionMode.CONCURRENT)
class ManySourcesIT {

  private static final int WELL = 80;
  private static final int HANGING = 20;
  private static final int TURNS = 5;

  private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();

  @Test
  void thoseThatHangHoldUpNoneOfTheOthers() throws IOException {
    ExecutorService threads = Executors.newCachedThreadPool();
    HttpServer web =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
    web.setExecutor(threads);
    web.createContext(
        "/",
        exchange -> {
          asked
              .computeIfAbsent(exchange.getRequestURI().getPath(), p -> new AtomicInteger())
              .incrementAndGet();
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    web.start();
    // It takes connections and never says a word.
    try (ServerSocket mute = new ServerSocket(0, 1000, InetAddress.getLoopbackAddress());
        RunningServer server = RunningServer.of("many-sources").start()) {
      Rest rest = new Rest(server);
      for (int i = 0; i < HANGING; i++) {
        add(rest, "hangs-" + i, mute.getLocalPort());
      }
      for (int i = 0; i < WELL; i++) {
        add(rest, "well-" + i, web.getAddress().getPort());
      }
      Rest.eventually()
          .until(
              () ->
                  IntStream.range(0, WELL)
                      .allMatch(
                          i ->
                              asked.getOrDefault("/well-" + i, new AtomicInteger()).get()
                                  >= TURNS));
      Rest.eventually().until(() -> failing(rest).size() == HANGING);
      assertThat(failing(rest)).allMatch(url -> url.contains("/hangs-"));
      List<String> silent =
          rest.admin()
              .get("/api/v1/sources")
              .then()
              .statusCode(200)
              .extract()
              .path("items.findAll { it.liveness == 'silent' }.name");
      assertThat(silent).noneMatch(name -> name.startsWith("well-"));
      assertThat(rest.blind()).noneMatch(said -> said.contains("well-"));
    } finally {
      web.stop(0);
      threads.shutdownNow();
    }
  }

  /** What does not answer is a failed check of its URL. */
  private static List<String> failing(Rest rest) {
    return rest.admin()
        .get("/api/v2/alerts?filter={f}", "alertname=\"HttpCheckFailed\"")
        .then()
        .statusCode(200)
        .extract()
        .path("labels.url");
  }

  private static void add(Rest rest, String name, int port) {
    rest.admin()
        .body(
            Map.of(
                "name",
                name,
                "integration",
                "http",
                "url",
                "http://127.0.0.1:" + port + "/" + name))
        .post("/api/v1/sources")
        .then()
        .statusCode(201);
  }
}

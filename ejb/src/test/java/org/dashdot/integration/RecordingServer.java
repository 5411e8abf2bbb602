package org.dashdot.integration;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A web server that keeps what it was asked and answers as it was told, or never. */
public final class RecordingServer implements AutoCloseable {

  /** It hears the whole request, and ends the connection without a byte of an answer. */
  public static final int HANGS_UP = -1;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<JsonObject> asked = new CopyOnWriteArrayList<>();
  private final CountDownLatch end = new CountDownLatch(1);
  private final int status;
  private final String answer;

  /**
   * @param status 0: it hangs; {@link #HANGS_UP}
   */
  public RecordingServer(int status, String answer) {
    this.status = status;
    this.answer = answer;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  /** As a recorded case says: {@code status} and {@code answer}. */
  public static RecordingServer of(RecordedCase recorded) throws IOException {
    return new RecordingServer(
        Integer.parseInt(recorded.property("status", "200")), recorded.property("answer", ""));
  }

  private void handle(HttpExchange exchange) throws IOException {
    asked.add(described(exchange));
    if (status == HANGS_UP) {
      exchange.close();
      return;
    }
    if (status == 0) {
      try {
        end.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      exchange.close();
      return;
    }
    byte[] body = answer.getBytes(StandardCharsets.UTF_8);
    if (status / 100 == 3) {
      exchange.getResponseHeaders().add("Location", url() + "/elsewhere");
    }
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static JsonObject described(HttpExchange exchange) throws IOException {
    JsonObjectBuilder said =
        Json.createObjectBuilder()
            .add("method", exchange.getRequestMethod())
            .add("path", exchange.getRequestURI().getPath());
    JsonObjectBuilder headers = Json.createObjectBuilder();
    exchange.getRequestHeaders().entrySet().stream()
        .filter(h -> h.getKey().startsWith("X-") || h.getKey().equals("Authorization"))
        .sorted(java.util.Map.Entry.comparingByKey())
        .forEach(h -> headers.add(h.getKey(), h.getValue().get(0)));
    said.add("headers", headers);
    String query = exchange.getRequestURI().getRawQuery();
    if (query != null) {
      said.add("query", fields(query));
    }
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    if (body.startsWith("{")) {
      said.add("json", Json.createReader(new java.io.StringReader(body)).readObject());
    } else if (plain(exchange)) {
      said.add("text", body);
    } else if (!body.isEmpty()) {
      said.add("form", fields(body));
    }
    return said.build();
  }

  private static boolean plain(HttpExchange exchange) {
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    return type != null && type.startsWith("text/plain");
  }

  private static JsonObjectBuilder fields(String encoded) {
    JsonObjectBuilder fields = Json.createObjectBuilder();
    for (String field : encoded.split("&")) {
      String[] parts = field.split("=", 2);
      fields.add(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return fields;
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Each request as its method, path, query, own headers and body. */
  public List<JsonObject> asked() {
    return asked;
  }

  @Override
  public void close() {
    end.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}

package org.dashdot.it;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Where Kannel's {@code sendsms} would be, with answers that a real one gives on bad days only. */
final class SmsSink implements AutoCloseable {

  /** A message that was handed over. */
  record Taken(Instant at, String text) {}

  /** What it does with messages. */
  enum Mood {
    TAKES,
    FAILS,
    SAYS_NOTHING,
    /** It has heard it, and ends the connection without a byte of an answer. */
    HANGS_UP
  }

  private final List<Taken> taken = new CopyOnWriteArrayList<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;
  private volatile Mood mood = Mood.TAKES;

  SmsSink() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/cgi-bin/sendsms", this::answer);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/cgi-bin/sendsms";
  }

  void be(Mood other) {
    mood = other;
  }

  List<Taken> about(String text) {
    return taken.stream().filter(message -> message.text().contains(text)).toList();
  }

  List<Taken> taken() {
    return taken;
  }

  private void answer(HttpExchange call) throws IOException {
    Mood now = mood;
    String text = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    taken.add(new Taken(Instant.now(), text));
    if (now == Mood.HANGS_UP) {
      call.close();
      return;
    }
    if (now == Mood.SAYS_NOTHING) {
      try {
        closing.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    byte[] words =
        (now == Mood.FAILS ? "down" : "0: Accepted for delivery").getBytes(StandardCharsets.UTF_8);
    call.sendResponseHeaders(now == Mood.FAILS ? 500 : 202, words.length);
    call.getResponseBody().write(words);
    call.close();
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}

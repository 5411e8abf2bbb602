package org.dashdot.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Asking a real server on the loopback. */
class HttpFetchTest {

  private final HttpFetch http = new HttpFetch();
  private final CountDownLatch release = new CountDownLatch(1);
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/fine",
        exchange -> {
          byte[] body = "good".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(203, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.createContext(
        "/half",
        exchange -> {
          exchange.sendResponseHeaders(200, 1000);
          exchange.getResponseBody().write('x');
          exchange.getResponseBody().flush();
          await();
          exchange.close();
        });
    server.createContext(
        "/large",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          byte[] part = new byte[1024 * 1024];
          for (int i = 0; i < 33; i++) {
            exchange.getResponseBody().write(part);
          }
          exchange.close();
        });
    server.createContext(
        "/elsewhere",
        exchange -> {
          exchange.getResponseHeaders().add("Location", "/fine");
          exchange.sendResponseHeaders(302, -1);
          exchange.close();
        });
    server.createContext(
        "/echo",
        exchange -> {
          byte[] sent = exchange.getRequestBody().readAllBytes();
          String said =
              exchange.getRequestMethod()
                  + " "
                  + exchange.getRequestHeaders().getFirst("Authorization")
                  + " "
                  + new String(sent, StandardCharsets.UTF_8);
          byte[] body = said.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  private void await() {
    try {
      release.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @AfterEach
  void stop() {
    release.countDown();
    server.stop(0);
  }

  private String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  @Test
  void aWholeAnswerComesWithItsStatusAndTime() throws IOException {
    HttpFetch.Answer answer = http.get(url("/fine"), Duration.ofSeconds(10));
    assertThat(answer.status()).isEqualTo(203);
    assertThat(answer.body()).asString().isEqualTo("good");
    assertThat(answer.took()).isPositive();
  }

  @Test
  void aBodyThatNeverEndsIsNoAnswer() {
    assertThatThrownBy(() -> http.get(url("/half"), Duration.ofMillis(300)))
        .isInstanceOf(IOException.class)
        .hasMessage("no answer within 300 ms");
  }

  @Test
  void aBodyThatIsTooLargeIsNoAnswer() {
    assertThatThrownBy(() -> http.get(url("/large"), Duration.ofSeconds(20)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("larger than 32 MiB");
  }

  @Test
  void whereNobodyListensItIsSaidInWords() throws IOException {
    int port;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }
    assertThatThrownBy(() -> http.get("http://127.0.0.1:" + port, Duration.ofSeconds(5)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("refused");
  }

  @Test
  void whatIsNoAddressIsAFailureLikeAnyOther() {
    assertThatThrownBy(() -> http.get("http://[", Duration.ofSeconds(5)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no address");
  }

  @Test
  void methodHeadersAndBodyAreSent() throws IOException {
    HttpFetch.Request asked =
        new HttpFetch.Request(
            "DELETE",
            url("/echo"),
            Map.of("Authorization", "ApiKey x"),
            "{}".getBytes(StandardCharsets.UTF_8));
    assertThat(new String(http.send(asked, Duration.ofSeconds(10)).body(), StandardCharsets.UTF_8))
        .isEqualTo("DELETE ApiKey x {}");
  }

  @Test
  void credentialsAreNeverCarriedElsewhere() throws IOException {
    HttpFetch.Request asked =
        new HttpFetch.Request(
            "POST", url("/elsewhere"), Map.of("Authorization", "ApiKey x"), new byte[0]);
    assertThat(http.send(asked, Duration.ofSeconds(10)).status()).isEqualTo(302);
    assertThat(http.get(asked.url(), Duration.ofSeconds(10)).status()).isEqualTo(203);
  }
}

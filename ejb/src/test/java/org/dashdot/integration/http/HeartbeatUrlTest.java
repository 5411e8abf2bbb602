package org.dashdot.integration.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;
import org.dashdot.integration.HttpFetch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HeartbeatUrlTest {

  private final AtomicInteger heard = new AtomicInteger();
  private int answer = 200;
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/ping/secret",
        exchange -> {
          heard.incrementAndGet();
          exchange.sendResponseHeaders(answer, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private HeartbeatUrl to() {
    return new HeartbeatUrl()
        .to("http://127.0.0.1:" + server.getAddress().getPort() + "/ping/secret", new HttpFetch());
  }

  @Test
  void whoExpectsToHearOfItDoes() throws IOException {
    to().alive();
    assertThat(heard).hasValue(1);
  }

  @Test
  void aRefusalIsSaidAndNotItsAddress() {
    answer = 503;
    assertThatThrownBy(() -> to().alive())
        .isInstanceOf(IOException.class)
        .hasMessage("it answered 503");
    server.stop(0);
    assertThatThrownBy(() -> to().alive())
        .isInstanceOf(IOException.class)
        .hasMessageNotContaining("secret");
  }

  @Test
  void withoutAnAddressNobodyExpectsIt() {
    assertThat(new HeartbeatUrl().expects()).isFalse();
  }
}

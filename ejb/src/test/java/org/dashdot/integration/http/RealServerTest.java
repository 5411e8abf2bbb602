package org.dashdot.integration.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.dashdot.integration.HttpFetch;
import org.dashdot.shared.Settings;
import org.dashdot.signal.Signal;
import org.dashdot.signal.SignalSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real server by TLS, with a certificate of ten days, that slows down, fails and hangs. */
class RealServerTest {

  private static final char[] PASSWORD = "only-for-tests".toCharArray();

  @TempDir Path folder;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch release = new CountDownLatch(1);
  private HttpsServer server;
  private HttpCheck check;
  private volatile int status = 200;
  private volatile String text = "all is well";
  private volatile boolean hangs;

  @BeforeEach
  void start() throws IOException, GeneralSecurityException, InterruptedException {
    SSLContext tls = tls();
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls));
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          if (hangs) {
            awaitRelease();
          }
          byte[] body = text.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    check = new HttpCheck();
    check.http = new HttpFetch(tls);
    check.settings =
        Settings.shipped().with("source.shop.http.body", "well").with("http.slow-raise", "PT1H");
  }

  private void awaitRelease() {
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
    threads.shutdownNow();
  }

  private SSLContext tls() throws IOException, GeneralSecurityException, InterruptedException {
    Path file = folder.resolve("keys.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keystore",
                file.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORD),
                "-alias",
                "it",
                "-keyalg",
                "RSA",
                "-dname",
                "CN=127.0.0.1",
                "-ext",
                "san=ip:127.0.0.1",
                "-validity",
                "10")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.log").toFile())
            .start();
    assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD);
    }
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, PASSWORD);
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(keys);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  private List<String> says(Duration limit) {
    String url = "https://127.0.0.1:" + server.getAddress().getPort() + "/";
    return check
        .poll(new SignalSource.Question("shop", url, null, limit, Instant.now()))
        .signals()
        .stream()
        .map(RealServerTest::words)
        .toList();
  }

  private static String words(Signal signal) {
    return signal.labels().name() + " " + signal.severity();
  }

  private List<String> says() {
    return says(Duration.ofSeconds(30));
  }

  @Test
  void itsCertificateEndsSoonAndOtherwiseItIsWell() {
    assertThat(says()).containsExactly("HttpCertificateEnds WARNING");
    check.settings.with("http.certificate-raise", "P5D");
    assertThat(says()).isEmpty();
  }

  @Test
  void itFailsAnswersNonsenseAndHangs() {
    check.settings.with("http.certificate-raise", "P5D");
    status = 500;
    assertThat(says()).containsExactly("HttpCheckFailed CRITICAL");
    status = 200;
    text = "out of order";
    assertThat(says()).containsExactly("HttpCheckFailed CRITICAL");
    text = "well again";
    assertThat(says()).isEmpty();
    check.settings.with("http.slow-raise", "PT0S").with("http.slow-clear", "PT0S");
    assertThat(says()).containsExactly("HttpSlow WARNING");
    hangs = true;
    assertThat(says(Duration.ofMillis(300))).containsExactly("HttpCheckFailed CRITICAL");
  }

  @Test
  void aServerThatNobodyVouchesForIsAFailure() {
    check.http = new HttpFetch();
    assertThat(says()).containsExactly("HttpCheckFailed CRITICAL");
  }
}

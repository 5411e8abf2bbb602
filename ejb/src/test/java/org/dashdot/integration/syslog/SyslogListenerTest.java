package org.dashdot.integration.syslog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.dashdot.shared.Settings;
import org.dashdot.signal.Delivery;
import org.dashdot.signal.Door;
import org.dashdot.signal.LogLine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real sockets on the loopback, and a door that can be shut. */
class SyslogListenerTest {

  private final Map<String, String> environment = new HashMap<>();
  private final ConcurrentLinkedQueue<LogLine> taken = new ConcurrentLinkedQueue<>();
  private final List<Socket> sockets = new ArrayList<>();
  private final SyslogListener listener =
      new SyslogListener() {
        @Override
        String environment(String name, String otherwise) {
          return environment.getOrDefault(name, otherwise);
        }
      };
  private volatile boolean shut;
  private int port;

  @BeforeEach
  void prepare() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    environment.put("DASHDOT_SYSLOG_PORT", String.valueOf(port));
    listener.settings = Settings.shipped();
    listener.clock = Clock.systemUTC();
  }

  @AfterEach
  void stop() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
    listener.stop();
  }

  private void start() {
    Door door =
        (integration, delivery) -> {
          if (!shut) {
            taken.addAll(read(delivery));
          }
          return !shut;
        };
    listener.start(
        door,
        work -> {
          Thread thread = new Thread(work);
          thread.setDaemon(true);
          return thread;
        });
  }

  private static List<LogLine> read(Delivery delivery) {
    return new PushedLines().decode(delivery).lines();
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    sockets.add(socket);
    return socket;
  }

  private static void say(Socket socket, String text) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private List<String> messages() {
    return taken.stream().map(LogLine::message).sorted().toList();
  }

  @Test
  void linesByTcpAndDatagramsAreTaken() throws IOException {
    start();
    say(connect(), "<13>Nov 22 07:24:19 h app: by lines\n30 <13>1 - - counted - - - by tcp");
    byte[] datagram = "<13>by udp".getBytes(StandardCharsets.UTF_8);
    try (DatagramSocket sender = new DatagramSocket()) {
      sender.send(
          new DatagramPacket(datagram, datagram.length, InetAddress.getLoopbackAddress(), port));
    }
    await().until(() -> taken.size() == 3);
    assertThat(messages()).containsExactly("by lines", "by tcp", "by udp");
    assertThat(taken).extracting(LogLine::host).contains("127.0.0.1", "h");
  }

  @Test
  void whatIsWholeDoesNotWaitForTheRestOfTheNext() throws IOException {
    start();
    Socket socket = connect();
    say(socket, "<13>Nov 22 07:24:19 h a: whole\n<13>Nov 22 07:24:19 h a: ha");
    await().until(() -> messages().equals(List.of("whole")));
    say(socket, "lf\n50 <13>no end");
    await().until(() -> messages().equals(List.of("half", "whole")));
  }

  @Test
  void theSameTwiceIsTwice() throws IOException {
    start();
    say(connect(), "<13>Nov 22 07:24:19 h a: again\n<13>Nov 22 07:24:19 h a: again\n");
    say(connect(), "<13>Nov 22 07:24:19 h a: again\n");
    await().until(() -> taken.size() == 3);
    assertThat(taken.stream().map(LogLine::id).distinct()).hasSize(3);
  }

  @Test
  void whileTheDoorIsShutNothingIsLost() throws IOException {
    shut = true;
    start();
    Socket socket = connect();
    for (int i = 0; i < 2_000; i++) {
      say(socket, "<13>Nov 22 07:24:19 h a: number " + i + "\n");
    }
    assertThat(taken).isEmpty();
    shut = false;
    await().until(() -> taken.size() == 2_000);
    assertThat(listener.blind()).isEmpty();
  }

  @Test
  void aNewSenderTakesThePlaceOfTheOneThatWasIdleTheLongest() throws IOException {
    listener.settings = Settings.shipped().with("syslog.connections", "3");
    start();
    List<Socket> all = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      Socket socket = connect();
      all.add(socket);
      int number = i;
      say(socket, "<13>Nov 22 07:24:19 h a: sender " + number + "\n");
      await().until(() -> taken.size() == number + 1);
    }
    assertThat(all.get(0).getInputStream().read()).as("closed").isEqualTo(-1);
    say(all.get(5), "<13>Nov 22 07:24:19 h a: still here\n");
    await().until(() -> messages().contains("still here"));
  }

  @Test
  void moreDatagramsThanCanBeStoredAreCountedAndSaid() throws IOException {
    shut = true;
    start();
    byte[] datagram = "<13>x".getBytes(StandardCharsets.UTF_8);
    try (DatagramSocket sender = new DatagramSocket()) {
      DatagramPacket packet =
          new DatagramPacket(datagram, datagram.length, InetAddress.getLoopbackAddress(), port);
      await()
          .until(
              () -> {
                for (int i : IntStream.range(0, 500).toArray()) {
                  sender.send(packet);
                }
                return !listener.blind().isEmpty();
              });
    }
    assertThat(listener.blind().get(0)).startsWith("syslog lost ").endsWith("came too fast");
  }

  @Test
  void aPortThatIsTakenIsABlindSpotAndNoFailure() throws IOException {
    try (ServerSocket other = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      start();
      assertThat(listener.blind()).hasSize(1);
      assertThat(listener.blind().get(0)).contains("TCP port " + other.getLocalPort());
    }
  }

  @Test
  void whatIsSwitchedOffOrNoPortIsSaid() {
    environment.put("DASHDOT_SYSLOG_PORT", "off");
    start();
    assertThat(listener.blind()).isEmpty();
    assertThat(listener.ports()).isEmpty();
    environment.put("DASHDOT_SYSLOG_PORT", "many");
    start();
    assertThat(listener.blind()).hasSize(2).allMatch(said -> said.endsWith("this is no port"));
  }

  @Test
  void linesByTlsAreTaken(@TempDir Path folder) throws Exception {
    Path keys = folder.resolve("keys.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keystore",
                keys.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                "only-for-tests",
                "-alias",
                "it",
                "-keyalg",
                "RSA",
                "-dname",
                "CN=localhost",
                "-validity",
                "10")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.log").toFile())
            .start();
    assertThat(keytool.waitFor()).isZero();
    environment.put("DASHDOT_SYSLOG_KEYSTORE", keys.toString());
    environment.put("DASHDOT_SYSLOG_KEYSTORE_PASSWORD", "only-for-tests");
    environment.put("DASHDOT_SYSLOG_TLS_PORT", "0");
    start();
    assertThat(listener.blind()).isEmpty();
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keys)) {
      trusted.load(in, "only-for-tests".toCharArray());
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    Socket socket =
        context
            .getSocketFactory()
            .createSocket(InetAddress.getLoopbackAddress(), listener.ports().get(1));
    sockets.add(socket);
    say(socket, "30 <13>1 - - counted - - - by tls");
    await().until(() -> messages().equals(List.of("by tls")));
  }
}

package org.dashdot.it;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/**
 * A mail server that can be away, and that can take a mail and keep its answer to itself (RFC 5321
 * section 4.5.4.1: then the client must send it again).
 */
final class MailSink implements AutoCloseable {

  /** A mail that was handed over completely. */
  record Taken(Instant at, String id, String subject, String to) {}

  private final int port = RunningServer.freePort();
  private final List<Taken> taken = new CopyOnWriteArrayList<>();
  private volatile CountDownLatch silence;
  private volatile ServerSocket socket;

  int port() {
    return port;
  }

  void open() throws IOException {
    ServerSocket door = new ServerSocket();
    door.setReuseAddress(true);
    door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    socket = door;
    start(() -> accept(door));
  }

  /** From now on what is handed over is taken, and not answered. */
  void fallSilent() {
    silence = new CountDownLatch(1);
  }

  void speak() {
    CountDownLatch known = silence;
    silence = null;
    if (known != null) {
      known.countDown();
    }
  }

  List<Taken> taken() {
    return taken;
  }

  List<Taken> about(String subject) {
    return taken.stream().filter(mail -> mail.subject().contains(subject)).toList();
  }

  private void accept(ServerSocket door) {
    try {
      while (true) {
        Socket client = door.accept();
        start(() -> serve(client));
      }
    } catch (IOException e) {
      // It was closed.
    }
  }

  private void serve(Socket client) {
    try (client;
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        PrintStream out = new PrintStream(client.getOutputStream(), true, StandardCharsets.UTF_8)) {
      String to = "";
      out.print("220 sink ESMTP\r\n");
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String verb = line.substring(0, Math.min(4, line.length())).toUpperCase(Locale.ROOT);
        if (verb.equals("RCPT")) {
          to = line.replaceAll(".*<(.*)>.*", "$1");
        }
        if (verb.equals("DATA")) {
          out.print("354 go on\r\n");
          take(in, to);
        }
        out.print(verb.equals("QUIT") ? "221 bye\r\n" : "250 ok\r\n");
      }
    } catch (IOException | InterruptedException e) {
      // The client left, or this sink was closed.
    }
  }

  private void take(BufferedReader in, String to) throws IOException, InterruptedException {
    String id = "";
    String subject = "";
    for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
      if (line == null) {
        throw new IOException("half a mail");
      }
      if (line.startsWith("Message-ID: ")) {
        id = line.substring(12);
      } else if (line.startsWith("Subject: ")) {
        subject = line.substring(9);
      }
    }
    taken.add(new Taken(Instant.now(), id, subject, to));
    CountDownLatch quiet = silence;
    if (quiet != null) {
      quiet.await();
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "mail sink");
    thread.setDaemon(true);
    thread.start();
  }

  /** Nobody listens any more. */
  void shut() throws IOException {
    socket.close();
  }

  @Override
  public void close() throws IOException {
    speak();
    if (socket != null) {
      socket.close();
    }
  }
}

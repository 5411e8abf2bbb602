package org.dashdot.it;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/**
 * A real Kannel with its two boxes. Its centre is Kannel's own fake one, of which this test plays
 * the other end: it is the telephones.
 */
final class RealKannel implements AutoCloseable {

  static final String PASSWORD = "kannel-s3cret-for-tests";

  private final Path folder;
  private final int centrePort = RunningServer.freePort();
  private final int boxPort = RunningServer.freePort();
  private final int adminPort = RunningServer.freePort();
  private final int sendPort = RunningServer.freePort();
  private final List<String> received = new CopyOnWriteArrayList<>();
  private Process bearerbox;
  private Process smsbox;
  private Socket telephones;

  RealKannel(Path folder) {
    this.folder = folder;
    Programs.find("bearerbox");
    Programs.find("smsbox");
  }

  /** Where messages are handed over. */
  String url() {
    return "http://127.0.0.1:" + sendPort + "/cgi-bin/sendsms";
  }

  /**
   * @param replies what it calls with each reply
   */
  void start(String replies) throws IOException {
    Path configuration = folder.resolve("kannel.conf");
    Files.writeString(
        configuration,
        """
        group = core
        admin-port = %d
        admin-password = x
        smsbox-port = %d
        box-allow-ip = "127.0.0.1"
        admin-allow-ip = "127.0.0.1"
        dlr-storage = internal
        log-level = 0

        group = smsc
        smsc = fake
        smsc-id = fake
        host = localhost
        port = %d
        connect-allow-ip = "127.0.0.1"

        group = smsbox
        bearerbox-host = 127.0.0.1
        sendsms-port = %d
        global-sender = 13013
        http-request-retry = 3
        http-queue-delay = 1

        group = sendsms-user
        username = dash-dot
        password = %s
        max-messages = 1

        group = sms-service
        keyword = default
        get-url = "%s?from=%%p&text=%%a"
        catch-all = true
        omit-empty = true
        max-messages = 1
        """
            .formatted(adminPort, boxPort, centrePort, sendPort, PASSWORD, replies));
    bearerbox = Programs.start(folder, "bearerbox", configuration.toString());
    Rest.eventually().until(() -> listens(boxPort));
    startSmsbox();
    plugIn();
  }

  void startSmsbox() throws IOException {
    smsbox = Programs.start(folder, "smsbox", folder.resolve("kannel.conf").toString());
    Rest.eventually().until(() -> listens(sendPort));
  }

  void stopSmsbox() {
    end(smsbox);
  }

  /** The telephones are on the air. */
  void plugIn() throws IOException {
    Rest.eventually().until(() -> listens(centrePort));
    telephones = new Socket(InetAddress.getLoopbackAddress(), centrePort);
    Socket line = telephones;
    Thread reader = new Thread(() -> read(line), "telephones");
    reader.setDaemon(true);
    reader.start();
  }

  /** Kannel keeps what is sent meanwhile, and reports nothing. */
  void unplug() throws IOException {
    telephones.close();
  }

  private void read(Socket line) {
    try {
      BufferedReader reader =
          new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.UTF_8));
      for (String text = reader.readLine(); text != null; text = reader.readLine()) {
        received.add(text);
      }
    } catch (IOException closed) {
      // It was unplugged.
    }
  }

  /** A telephone sends a message. */
  void reply(String number, String text) throws IOException {
    String line = number + " 13013 text " + text + "\n";
    telephones.getOutputStream().write(line.getBytes(StandardCharsets.UTF_8));
  }

  /** What came to the telephones: from, to, kind and words. */
  List<String> received() {
    return received;
  }

  String log() throws IOException {
    return Files.readString(folder.resolve("bearerbox.out"))
        + Files.readString(folder.resolve("smsbox.out"));
  }

  private static boolean listens(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  private static void end(Process process) {
    if (process == null) {
      return;
    }
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws IOException {
    if (telephones != null) {
      telephones.close();
    }
    end(smsbox);
    end(bearerbox);
  }
}

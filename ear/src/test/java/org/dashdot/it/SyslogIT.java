package org.dashdot.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What logger says to a real rsyslog comes here by UDP and by TCP, and becomes tickets. */
@Tag("once")
class SyslogIT {

  private final RunningServer server = RunningServer.shared();
  private final Rest rest = new Rest(server);

  @TempDir Path folder;

  @Test
  void whatLoggerSaysBecomesATicket() throws IOException, InterruptedException {
    Programs.find("rsyslogd");
    Programs.find("logger");
    Process rsyslog = rsyslog();
    try {
      Path socket = folder.resolve("log");
      Rest.eventually().until(() -> Files.exists(socket));
      log(
          socket,
          "kern.crit",
          "kernel",
          "Out of memory: Killed process 815 (counted) total-vm:9kB");
      log(socket, "kern.err", "kernel", "blk_update_request: I/O error, dev sdx, sector 2048");
      rest.awaitTicket("The kernel killed counted on");
      rest.awaitTicket("Disk sdx has input/output errors on");
      for (int attempt = 0; attempt < 20; attempt++) {
        log(
            socket,
            "auth.warning",
            "sshd",
            "Failed password for root from 203.0.113.9 port " + attempt);
      }
      int logins = rest.awaitTicket("Many logins fail on");
      assertThat(rest.tickets("Many logins fail on")).containsExactly(logins);
    } finally {
      rsyslog.destroy();
      rsyslog.waitFor(10, TimeUnit.SECONDS);
    }
    byte[] datagram =
        "<2>Nov 22 07:24:19 udp-host kernel: Out of memory: Killed process 9 (by-udp)".getBytes();
    try (java.net.DatagramSocket sender = new java.net.DatagramSocket()) {
      sender.send(
          new java.net.DatagramPacket(
              datagram,
              datagram.length,
              java.net.InetAddress.getLoopbackAddress(),
              server.syslogPort()));
    }
    rest.awaitTicket("The kernel killed by-udp on udp-host");
    assertThat(rest.blind()).noneMatch(said -> said.contains("syslog"));
  }

  private static void log(Path socket, String priority, String tag, String text)
      throws IOException, InterruptedException {
    Process logger =
        new ProcessBuilder(
                "logger", "--socket", socket.toString(), "--priority", priority, "--tag", tag, text)
            .inheritIO()
            .start();
    assertThat(logger.waitFor()).isZero();
  }

  /** Octet-counted TCP, as the source's page says to paste. */
  private Process rsyslog() throws IOException {
    Files.writeString(
        folder.resolve("rsyslog.conf"),
        """
        global(workDirectory="%1$s")
        module(load="imuxsock" SysSock.Use="off")
        input(type="imuxsock" Socket="%1$s/log" CreatePath="on" useSpecialParser="on" ParseHostname="off"
          RateLimit.Interval="0")
        *.* action(type="omfwd" target="127.0.0.1" port="%2$d" protocol="tcp"
          TCP_Framing="octet-counted" template="RSYSLOG_SyslogProtocol23Format"
          queue.type="LinkedList" queue.size="10000" action.resumeRetryCount="-1")
        """
            .formatted(folder, server.syslogPort()));
    return Programs.start(
        folder,
        "rsyslogd",
        "-n",
        "-f",
        folder.resolve("rsyslog.conf").toString(),
        "-i",
        folder.resolve("pid").toString());
  }
}

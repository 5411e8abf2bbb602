package org.dashdot.integration.mail;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A mail server that says what a Postfix said, and keeps what it is given. */
final class ScriptedMailServer implements AutoCloseable {

  private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  private final String answerToRecipient;
  private final List<String> commands = new ArrayList<>();
  private final ByteArrayOutputStream mail = new ByteArrayOutputStream();
  private final Thread thread = new Thread(this::serve);

  ScriptedMailServer(String answerToRecipient) throws IOException {
    this.answerToRecipient = answerToRecipient;
    thread.start();
  }

  int port() {
    return socket.getLocalPort();
  }

  /** The mail as it was handed over; empty when none was. */
  byte[] mail() {
    return mail.toByteArray();
  }

  List<String> commands() {
    return commands;
  }

  private void serve() {
    try (Socket client = socket.accept();
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        PrintStream out = new PrintStream(client.getOutputStream(), true, StandardCharsets.UTF_8)) {
      out.print("220 mail.example.org ESMTP Postfix\r\n");
      String command = in.readLine();
      while (command != null) {
        commands.add(command);
        out.print(answer(command, in, out) + "\r\n");
        command = command.startsWith("QUIT") ? null : in.readLine();
      }
    } catch (IOException e) {
      // The client left, or nobody came before the test was over.
    }
  }

  private String answer(String command, BufferedReader in, PrintStream out) throws IOException {
    return switch (command.substring(0, 4)) {
      case "EHLO" -> "250-mail.example.org\r\n250-ENHANCEDSTATUSCODES\r\n250 8BITMIME";
      case "MAIL" -> "250 2.1.0 Ok";
      case "RCPT" -> answerToRecipient;
      case "DATA" -> {
        out.print("354 End data with <CR><LF>.<CR><LF>\r\n");
        for (String line = in.readLine(); !line.equals("."); line = in.readLine()) {
          String text = line.startsWith(".") ? line.substring(1) : line;
          mail.writeBytes((text + "\r\n").getBytes(StandardCharsets.UTF_8));
        }
        yield "250 2.0.0 Ok: queued as 934A326A5BC";
      }
      case "RSET" -> "250 2.0.0 Ok";
      case "QUIT" -> "221 2.0.0 Bye";
      default -> "502 5.5.2 Error: command not recognized";
    };
  }

  @Override
  public void close() throws IOException {
    socket.close();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

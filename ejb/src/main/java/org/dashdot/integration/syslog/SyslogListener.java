package org.dashdot.integration.syslog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.dashdot.shared.BlindSpot;
import org.dashdot.shared.Settings;
import org.dashdot.signal.Door;
import org.dashdot.signal.SignalListener;

/**
 * Listens for syslog by UDP, TCP and, with a key store, TLS. A port that is taken is a blind spot
 * and no failed start.
 */
@ApplicationScoped
public class SyslogListener implements SignalListener, BlindSpot {

  private static final Logger LOG = System.getLogger(SyslogListener.class.getName());
  private static final int BACKLOG = 128;
  private static final String PORT = "5514";

  @Inject Settings settings;
  @Inject Clock clock;

  private final List<Connections> servers = new ArrayList<>();
  private final List<String> deaf = new ArrayList<>();
  private Handover handover;
  private Datagrams datagrams;

  /** A socket to be opened. */
  private interface Opening {

    void open() throws IOException, GeneralSecurityException;
  }

  @Override
  public synchronized void start(Door door, ThreadFactory threads) {
    String port = environment("DASHDOT_SYSLOG_PORT", PORT);
    deaf.clear();
    if (port.equalsIgnoreCase("off")) {
      return;
    }
    handover = new Handover(door, clock);
    listen("UDP port " + port, () -> datagrams(port).start(threads));
    listen("TCP port " + port, () -> server(new ServerSocket(), port).start(threads));
    String keys = environment("DASHDOT_SYSLOG_KEYSTORE", null);
    if (keys != null) {
      String tls = environment("DASHDOT_SYSLOG_TLS_PORT", null);
      String tlsPort = tls == null ? String.valueOf(number(port) + 1) : tls;
      listen(
          "TLS port " + tlsPort,
          () ->
              server(tls(Path.of(keys)).getServerSocketFactory().createServerSocket(), tlsPort)
                  .start(threads));
    }
  }

  /** What the environment says; replaced in tests. */
  String environment(String name, String otherwise) {
    String value = Settings.environment(name);
    return value == null ? otherwise : value;
  }

  private void listen(String what, Opening opening) {
    try {
      opening.open();
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      String sentence = "syslog does not listen on " + what + ": " + e.getMessage();
      deaf.add(sentence);
      LOG.log(Level.ERROR, sentence);
    }
  }

  private Datagrams datagrams(String port) throws IOException {
    datagrams = new Datagrams(address(port), handover, clock);
    return datagrams;
  }

  private Connections server(ServerSocket socket, String port) throws IOException {
    socket.setReuseAddress(true);
    socket.bind(address(port), BACKLOG);
    Connections server = new Connections(socket, handover, settings.number("syslog.connections"));
    servers.add(server);
    return server;
  }

  private InetSocketAddress address(String port) throws IOException {
    String bind = environment("DASHDOT_BIND", "127.0.0.1");
    return new InetSocketAddress(InetAddress.getByName(bind), number(port));
  }

  private static int number(String port) {
    if (!port.matches("\\d{1,5}") || Integer.parseInt(port) > 65_535) {
      throw new IllegalArgumentException("this is no port");
    }
    return Integer.parseInt(port);
  }

  private SSLContext tls(Path file) throws IOException, GeneralSecurityException {
    char[] password = environment("DASHDOT_SYSLOG_KEYSTORE_PASSWORD", "").toCharArray();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, password);
    }
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, password);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), null, null);
    return context;
  }

  @Override
  public synchronized void stop() {
    if (datagrams != null) {
      datagrams.close();
    }
    if (handover != null) {
      handover.close();
    }
    servers.forEach(Connections::close);
    servers.clear();
    datagrams = null;
  }

  @Override
  public synchronized List<String> blind() {
    List<String> blind = new ArrayList<>(deaf);
    long lost = datagrams == null ? 0 : datagrams.lost();
    if (lost > 0) {
      blind.add("syslog lost " + lost + " datagrams that came too fast");
    }
    return blind;
  }

  /** The ports that are open, TCP first, then TLS; for tests. */
  synchronized List<Integer> ports() {
    return servers.stream().map(Connections::port).toList();
  }
}

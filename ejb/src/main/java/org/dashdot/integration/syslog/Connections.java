package org.dashdot.integration.syslog;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import javax.net.ssl.SSLSocket;

/**
 * Syslog by TCP or TLS (RFC 6587, RFC 5425). A sender is read no further than what it sent is
 * stored: that is how it learns to wait. Senders that went away without a word cost a place only
 * until it is needed.
 */
final class Connections {

  private static final Logger LOG = System.getLogger(Connections.class.getName());
  private static final int BATCH = 500;
  private static final int BATCH_BYTES = 1 << 20;
  private static final int HANDSHAKE_MILLIS = 10_000;

  private final ServerSocket server;
  private final Handover handover;
  private final int most;

  /** The open ones with the time of their last word, in the platform's own nanoseconds. */
  private final Map<Socket, Long> open = new ConcurrentHashMap<>();

  Connections(ServerSocket server, Handover handover, int most) {
    this.server = server;
    this.handover = handover;
    this.most = most;
  }

  void start(ThreadFactory threads) {
    threads.newThread(() -> accept(threads)).start();
  }

  private void accept(ThreadFactory threads) {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        socket.setKeepAlive(true);
        makePlace();
        open.put(socket, System.nanoTime());
        threads.newThread(() -> read(socket)).start();
      } catch (IOException | RejectedExecutionException e) {
        if (!server.isClosed()) {
          LOG.log(Level.WARNING, "Accepting a sender of syslog failed", e);
        }
      }
    }
  }

  private void makePlace() {
    if (open.size() >= most) {
      open.entrySet().stream()
          .min(Comparator.comparing(Map.Entry::getValue))
          .ifPresent(idle -> close(idle.getKey()));
    }
  }

  private void read(Socket socket) {
    String sender = socket.getInetAddress().getHostAddress();
    try (socket) {
      if (socket instanceof SSLSocket tls) {
        tls.setSoTimeout(HANDSHAKE_MILLIS);
        tls.startHandshake();
        tls.setSoTimeout(0);
      }
      Batch batch = new Batch(sender, handover);
      InputStream in = new BufferedInputStream(socket.getInputStream(), Frames.LONGEST);
      Frames frames = new Frames(new Waiting(in, batch));
      for (byte[] frame = frames.next(); frame != null; frame = frames.next()) {
        open.put(socket, System.nanoTime());
        batch.add(frame);
      }
      batch.give();
    } catch (IOException e) {
      // The sender went away, or was closed to make place: it comes again when it has to say more.
      LOG.log(Level.DEBUG, "A sender of syslog went away", e);
    } finally {
      open.remove(socket);
    }
  }

  /** What one sender said and is not handed over yet. */
  private static final class Batch {

    private final String sender;
    private final Handover handover;
    private final List<byte[]> messages = new ArrayList<>();
    private int bytes;

    Batch(String sender, Handover handover) {
      this.sender = sender;
      this.handover = handover;
    }

    void add(byte[] message) throws IOException {
      messages.add(message);
      bytes += message.length;
      if (messages.size() >= BATCH || bytes >= BATCH_BYTES) {
        give();
      }
    }

    void give() throws IOException {
      if (messages.isEmpty()) {
        return;
      }
      try {
        handover.give(sender, messages);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("the server stops");
      }
      messages.clear();
      bytes = 0;
    }
  }

  /** Hands over what is whole before it waits for more, be it in the midst of a message. */
  private static final class Waiting extends FilterInputStream {

    private final Batch batch;

    Waiting(InputStream in, Batch batch) {
      super(in);
      this.batch = batch;
    }

    @Override
    public int read() throws IOException {
      if (in.available() == 0) {
        batch.give();
      }
      return super.read();
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      if (in.available() == 0) {
        batch.give();
      }
      return super.read(bytes, from, length);
    }
  }

  private void close(Socket socket) {
    open.remove(socket);
    try {
      socket.close();
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "Closing a connection failed", e);
    }
  }

  void close() {
    try {
      server.close();
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "Closing a port failed", e);
    }
    List.copyOf(open.keySet()).forEach(this::close);
  }

  int port() {
    return server.getLocalPort();
  }
}

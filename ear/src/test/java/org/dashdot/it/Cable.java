package org.dashdot.it;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The way from a browser to a server, in a test's hand: it can hold everything on it without
 * breaking any connection, as a network or a server that hangs does. To the server it comes from an
 * address of its own.
 */
final class Cable implements AutoCloseable {

  private final RunningServer server;
  private final String comesFrom;
  private final ServerSocket entry;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition released = lock.newCondition();
  private boolean held;

  /**
   * A cable that is ready.
   *
   * @param comesFrom an address of the loopback, such as 127.0.0.9
   */
  Cable(RunningServer server, String comesFrom) {
    this.server = server;
    this.comesFrom = comesFrom;
    try {
      entry = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    background(this::connect);
  }

  String url() {
    return "http://127.0.0.1:" + entry.getLocalPort();
  }

  /** From now on nothing comes through, in either direction. */
  void hold() {
    set(true);
  }

  /** What waited comes through, and what follows. */
  void release() {
    set(false);
  }

  @Override
  public void close() throws IOException {
    release();
    entry.close();
  }

  private void set(boolean hold) {
    lock.lock();
    try {
      held = hold;
      released.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void awaitReleased() throws InterruptedException {
    lock.lock();
    try {
      while (held) {
        released.await();
      }
    } finally {
      lock.unlock();
    }
  }

  private void connect() throws IOException {
    while (!entry.isClosed()) {
      Socket browser = entry.accept();
      Socket behind = new Socket();
      behind.bind(new InetSocketAddress(comesFrom, 0));
      behind.connect(new InetSocketAddress("127.0.0.1", server.port()));
      background(() -> carry(browser, behind));
      background(() -> carry(behind, browser));
    }
  }

  private void carry(Socket from, Socket to) throws IOException, InterruptedException {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] some = new byte[8192];
      for (int count = in.read(some); count >= 0; count = in.read(some)) {
        awaitReleased();
        out.write(some, 0, count);
        out.flush();
      }
    }
  }

  private interface Work {
    void run() throws IOException, InterruptedException;
  }

  /** Ends quietly when either side hangs up. */
  private static void background(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException | InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    thread.setDaemon(true);
    thread.start();
  }
}

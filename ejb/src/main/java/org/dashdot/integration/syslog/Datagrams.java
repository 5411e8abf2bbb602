package org.dashdot.integration.syslog;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * Syslog by UDP (RFC 5426): a message a datagram. What comes faster than it can be stored waits in
 * a bounded queue; what finds no place is counted and said.
 */
final class Datagrams {

  private static final Logger LOG = System.getLogger(Datagrams.class.getName());
  private static final int QUEUE = 10_000;
  private static final int BATCH = 500;
  private static final int BUFFER_BYTES = 4 << 20;
  private static final int DRAIN_TURNS = 60;
  private static final int DRAIN_MILLIS = 50;
  private static final Duration SHOWN = Duration.ofMinutes(10);

  private record Message(String sender, byte[] bytes) {}

  private final DatagramSocket socket;
  private final Handover handover;
  private final Clock clock;
  private final BlockingQueue<Message> queue = new ArrayBlockingQueue<>(QUEUE);
  private volatile long lost;
  private volatile Instant lostAt = Instant.EPOCH;

  Datagrams(InetSocketAddress address, Handover handover, Clock clock) throws IOException {
    this.handover = handover;
    this.clock = clock;
    socket = new DatagramSocket(address);
    socket.setReceiveBufferSize(BUFFER_BYTES);
  }

  void start(ThreadFactory threads) {
    threads.newThread(this::receive).start();
    threads.newThread(this::store).start();
  }

  private void receive() {
    byte[] buffer = new byte[Frames.LONGEST];
    DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
    while (!socket.isClosed()) {
      try {
        packet.setLength(buffer.length);
        socket.receive(packet);
        String sender = packet.getAddress().getHostAddress();
        byte[] bytes = Arrays.copyOf(packet.getData(), packet.getLength());
        if (bytes.length > 0 && !queue.offer(new Message(sender, bytes))) {
          lose();
        }
      } catch (IOException e) {
        if (!socket.isClosed()) {
          LOG.log(Level.WARNING, "Receiving syslog by UDP failed", e);
        }
      }
    }
  }

  private void lose() {
    Instant now = clock.instant();
    if (lostAt.plus(SHOWN).isBefore(now)) {
      lost = 0;
      LOG.log(
          Level.WARNING, "Syslog by UDP comes faster than it can be stored; some of it is lost");
    }
    lost = lost + 1;
    lostAt = now;
  }

  private void store() {
    try {
      while (handover.open()) {
        Message first = queue.poll(1, TimeUnit.SECONDS);
        if (first != null) {
          List<Message> batch = new ArrayList<>(List.of(first));
          queue.drainTo(batch, BATCH - 1);
          give(batch);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What fails otherwise than by a shut door would fail again: it is said, and given up. */
  private void give(List<Message> batch) throws InterruptedException {
    try {
      giveBySender(batch);
    } catch (RuntimeException e) {
      lose();
      LOG.log(Level.ERROR, "Syslog by UDP could not be taken in", e);
    }
  }

  private void giveBySender(List<Message> batch) throws InterruptedException {
    Map<String, List<byte[]>> bySender = new LinkedHashMap<>();
    batch.forEach(m -> bySender.computeIfAbsent(m.sender(), s -> new ArrayList<>()).add(m.bytes()));
    for (Map.Entry<String, List<byte[]>> one : bySender.entrySet()) {
      handover.give(one.getKey(), one.getValue());
    }
  }

  /** How many were lost lately. */
  long lost() {
    return lostAt.plus(SHOWN).isBefore(clock.instant()) ? 0 : lost;
  }

  /** Takes nothing any more, and returns when what came is stored, or soon. */
  void close() {
    socket.close();
    try {
      for (int left = DRAIN_TURNS; left > 0 && !queue.isEmpty(); left--) {
        Thread.sleep(DRAIN_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

package org.dashdot.integration.syslog;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.dashdot.signal.Delivery;
import org.dashdot.signal.Door;

/** Gives messages to the door, and waits as long as it is not taken. */
final class Handover {

  private static final int FIRST_PAUSE_MILLIS = 100;
  private static final int LONGEST_PAUSE_MILLIS = 2_000;

  private final Door door;
  private final Clock clock;
  private final String run = UUID.randomUUID().toString();
  private final AtomicLong number = new AtomicLong();
  private volatile boolean open = true;

  Handover(Door door, Clock clock) {
    this.door = door;
    this.clock = clock;
  }

  /**
   * Returns when they are committed, or when this is closed.
   *
   * @return whether they are
   */
  boolean give(String sender, List<byte[]> messages) throws InterruptedException {
    Delivery delivery =
        new Delivery(
            "LISTEN",
            "",
            Map.of(),
            Map.of(
                PushedLines.SENDER, List.of(sender),
                PushedLines.BATCH, List.of(run + number.incrementAndGet())),
            counted(messages),
            clock.instant(),
            null);
    int pause = FIRST_PAUSE_MILLIS;
    while (open) {
      if (door.take("syslog", delivery)) {
        return true;
      }
      Thread.sleep(pause);
      pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
    }
    return false;
  }

  private static byte[] counted(List<byte[]> messages) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (byte[] message : messages) {
      if (message.length == 0) {
        continue;
      }
      body.writeBytes((message.length + " ").getBytes(StandardCharsets.US_ASCII));
      body.writeBytes(message);
    }
    return body.toByteArray();
  }

  boolean open() {
    return open;
  }

  void close() {
    open = false;
  }
}

package org.dashdot.intake;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.dashdot.ticket.TermFilling;

/**
 * After an upgrade: fills the index of words in small steps, so that nothing waits for it, then
 * rests.
 */
@Singleton
public class TermTimer {

  private static final long NANOS_AT_WORK = 2_000_000_000L;

  @Inject TermFilling filling;
  @Inject Doors doors;

  private boolean filled;

  /** Every three seconds; each batch has its own transaction. */
  @Schedule(hour = "*", minute = "*", second = "*/3", info = "dash-dot: index of words")
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void tick() {
    if (filled || !doors.isOpen()) {
      return;
    }
    long end = System.nanoTime() + NANOS_AT_WORK;
    while (!filled && System.nanoTime() - end < 0) {
      filled = !filling.step();
    }
  }
}

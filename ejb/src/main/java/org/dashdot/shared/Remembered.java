package org.dashdot.shared;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What everybody asks for and one answer serves: worked out afresh each time as long as that is
 * quick; once it takes longer, the answer is given again for some times as long as it took, so that
 * working it out never takes more than its share of the machine. Whoever asks meanwhile waits for
 * the one that is under way. A failure is kept for nobody.
 *
 * @param <T> what is asked for; never null
 */
public final class Remembered<T> {

  private final Duration quick;
  private final int times;
  private final Duration longest;
  private final LongSupplier nanos;
  private final ReentrantLock working = new ReentrantLock();

  private volatile Answer<T> last;

  /** Until when, by the clock of nanoseconds, it is given again. */
  private record Answer<T>(T value, long until) {}

  /**
   * Remembers nothing yet.
   *
   * @param quick what takes no longer is never given twice
   * @param times for how many times as long as it took it is given again
   * @param longest but never for longer than this
   */
  public Remembered(Duration quick, int times, Duration longest) {
    this(quick, times, longest, System::nanoTime);
  }

  Remembered(Duration quick, int times, Duration longest, LongSupplier nanos) {
    this.quick = quick;
    this.times = times;
    this.longest = longest;
    this.nanos = nanos;
  }

  /** The last answer while it serves, else what is worked out now. */
  public T get(Supplier<T> work) {
    Answer<T> known = last;
    if (serves(known)) {
      return known.value();
    }
    working.lock();
    try {
      if (serves(last)) {
        return last.value();
      }
      long began = nanos.getAsLong();
      T value = work.get();
      long took = nanos.getAsLong() - began;
      long kept = took <= quick.toNanos() ? 0 : Math.min(longest.toNanos(), times * took);
      last = kept == 0 ? null : new Answer<>(value, began + took + kept);
      return value;
    } finally {
      working.unlock();
    }
  }

  private boolean serves(Answer<T> answer) {
    return answer != null && nanos.getAsLong() - answer.until() < 0;
  }
}

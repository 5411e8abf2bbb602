package org.dashdot.notification;

import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.function.LongConsumer;

/** The messages of one channel, a few at once at most: a receiver that hangs holds up no other. */
final class Lane {

  private final int atOnce;
  private final Executor executor;
  private final LongConsumer work;
  private final Queue<Long> waiting = new ConcurrentLinkedQueue<>();
  private final Set<Long> known = new HashSet<>();
  private int running;

  /**
   * @param work sends one message; throws nothing
   */
  Lane(int atOnce, Executor executor, LongConsumer work) {
    this.atOnce = atOnce;
    this.executor = executor;
    this.work = work;
  }

  /** Begins with those that are not on their way already. */
  void take(List<Long> due) {
    int begin;
    synchronized (this) {
      due.stream().filter(known::add).forEach(waiting::add);
      begin = Math.min(atOnce - running, waiting.size());
      running += Math.max(0, begin);
    }
    for (int i = 0; i < begin; i++) {
      try {
        executor.execute(this::run);
      } catch (RuntimeException e) {
        ended();
        throw e;
      }
    }
  }

  private void run() {
    try {
      for (Long id = waiting.poll(); id != null; id = waiting.poll()) {
        try {
          work.accept(id);
        } finally {
          forget(id);
        }
      }
    } finally {
      ended();
    }
  }

  private synchronized void forget(Long id) {
    known.remove(id);
  }

  private synchronized void ended() {
    running--;
  }
}

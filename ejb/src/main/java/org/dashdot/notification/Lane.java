package org.dashdot.notification;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.LongConsumer;

/** The messages of one channel, a few at once at most: a receiver that hangs holds up no other. */
final class Lane {

  private final int atOnce;
  private final Executor executor;
  private final LongConsumer work;
  private final Queue<Long> waiting = new ArrayDeque<>();
  private final Set<Long> onTheirWay = new HashSet<>();
  private int running;

  /**
   * @param work sends one message; throws nothing
   */
  Lane(int atOnce, Executor executor, LongConsumer work) {
    this.atOnce = atOnce;
    this.executor = executor;
    this.work = work;
  }

  /**
   * Begins with those that are not on their way already, in this order. Whatever waited from an
   * earlier call gives way: it is due again, and what came since may be more urgent.
   */
  void take(List<Long> due) {
    int begin;
    synchronized (this) {
      waiting.clear();
      due.stream().filter(id -> !onTheirWay.contains(id)).forEach(waiting::add);
      begin = Math.max(0, Math.min(atOnce - running, waiting.size()));
      running += begin;
    }
    for (int begun = 0; begun < begin; begun++) {
      try {
        executor.execute(this::run);
      } catch (RuntimeException e) {
        ended(begin - begun);
        throw e;
      }
    }
  }

  private void run() {
    try {
      for (Long id = next(); id != null; id = next()) {
        try {
          work.accept(id);
        } finally {
          arrived(id);
        }
      }
    } finally {
      ended(1);
    }
  }

  private synchronized Long next() {
    Long id = waiting.poll();
    if (id != null) {
      onTheirWay.add(id);
    }
    return id;
  }

  private synchronized void arrived(Long id) {
    onTheirWay.remove(id);
  }

  private synchronized void ended(int runs) {
    running -= runs;
  }
}

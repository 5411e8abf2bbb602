package org.dashdot.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever hangs holds up nobody else. */
class LaneTest {

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch hanging = new CountDownLatch(1);
  private final CountDownLatch begun = new CountDownLatch(1);
  private final ConcurrentLinkedQueue<Long> done = new ConcurrentLinkedQueue<>();

  @AfterEach
  void end() {
    hanging.countDown();
    threads.shutdownNow();
  }

  private void work(long id) {
    if (id == 1) {
      begun.countDown();
      try {
        hanging.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    done.add(id);
  }

  @Test
  void aReceiverThatHangsHoldsUpNeitherAnotherChannelNorAnotherReceiver() {
    Lane slow = new Lane(2, threads, this::work);
    Lane mail = new Lane(1, threads, this::work);
    slow.take(List.of(1L, 2L, 3L));
    mail.take(List.of(4L, 5L));
    await().untilAsserted(() -> assertThat(done).containsExactlyInAnyOrder(2L, 3L, 4L, 5L));
    hanging.countDown();
    await().untilAsserted(() -> assertThat(done).contains(1L));
  }

  @Test
  void whatIsOnItsWayIsNotBegunTwice() {
    Lane lane = new Lane(1, threads, this::work);
    lane.take(List.of(1L, 2L));
    lane.take(List.of(1L, 2L));
    hanging.countDown();
    await().untilAsserted(() -> assertThat(done).containsExactly(1L, 2L));
    lane.take(List.of(7L));
    await().untilAsserted(() -> assertThat(done).containsExactly(1L, 2L, 7L));
  }

  @Test
  void whatIsMoreUrgentPassesWhatWaits() throws InterruptedException {
    Lane lane = new Lane(1, threads, this::work);
    lane.take(List.of(1L, 2L, 3L));
    begun.await();
    lane.take(List.of(7L, 1L, 2L, 3L));
    hanging.countDown();
    await().untilAsserted(() -> assertThat(done).containsExactly(1L, 7L, 2L, 3L));
  }

  @Test
  void aLaneThatWasGivenNoThreadBeginsOnceThereIsOne() {
    AtomicBoolean full = new AtomicBoolean(true);
    Lane lane =
        new Lane(
            3,
            task -> {
              if (full.get()) {
                throw new RejectedExecutionException("full");
              }
              threads.execute(task);
            },
            this::work);
    assertThatThrownBy(() -> lane.take(List.of(2L, 3L, 4L)))
        .isInstanceOf(RejectedExecutionException.class);
    assertThatThrownBy(() -> lane.take(List.of(2L, 3L, 4L)))
        .isInstanceOf(RejectedExecutionException.class);
    full.set(false);
    lane.take(List.of(1L, 2L, 3L, 4L));
    await().untilAsserted(() -> assertThat(done).containsExactlyInAnyOrder(2L, 3L, 4L));
  }
}

package org.dashdot.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RememberedTest {

  private final AtomicLong nanos = new AtomicLong();
  private final AtomicLong worked = new AtomicLong();
  private final Remembered<Long> remembered =
      new Remembered<>(Duration.ofMillis(40), 5, Duration.ofSeconds(1), nanos::get);

  private void pass(long millis) {
    nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
  }

  private long asked(long takesMillis) {
    return remembered.get(
        () -> {
          pass(takesMillis);
          return worked.incrementAndGet();
        });
  }

  @Test
  void whatIsQuickIsAlwaysFresh() {
    assertThat(asked(40)).isEqualTo(1);
    assertThat(asked(40)).isEqualTo(2);
  }

  @Test
  void whatTakesLongIsGivenAgainForSomeTimesAsLong() {
    assertThat(asked(100)).isEqualTo(1);
    pass(499);
    assertThat(asked(100)).isEqualTo(1);
    pass(1);
    assertThat(asked(100)).isEqualTo(2);
  }

  @Test
  void butNeverForLongerThanTheLongest() {
    asked(10_000);
    pass(999);
    assertThat(asked(1)).isEqualTo(1);
    pass(1);
    assertThat(asked(1)).isEqualTo(2);
    assertThat(asked(1)).isEqualTo(3);
  }

  @Test
  void aFailureIsNotRemembered() {
    assertThatThrownBy(
            () ->
                remembered.get(
                    () -> {
                      pass(500);
                      throw new Conflict("not now");
                    }))
        .isInstanceOf(Conflict.class);
    assertThat(asked(100)).isEqualTo(1);
  }
}

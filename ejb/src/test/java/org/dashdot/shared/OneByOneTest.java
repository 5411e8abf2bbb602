package org.dashdot.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.System.Logger;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What fails stops no other, and is said once. */
class OneByOneTest {

  private final List<Object> logged = new ArrayList<>();
  private final List<Integer> done = new ArrayList<>();

  private final Logger log =
      (Logger)
          Proxy.newProxyInstance(
              OneByOneTest.class.getClassLoader(),
              new Class<?>[] {Logger.class},
              (proxy, method, arguments) -> {
                logged.add(arguments[0]);
                return null;
              });

  private final OneByOne each = new OneByOne(log, "Counting");

  private void count(int number) {
    if (number < 0) {
      throw new IllegalStateException("not a count");
    }
    done.add(number);
  }

  @Test
  void theOthersAreDoneAndTheFailureIsSaidOnceAndThatAllIsWellOnce() {
    each.each(List.of(1, -2, 3), this::count);
    each.each(List.of(-2, 4), this::count);
    assertThat(done).containsExactly(1, 3, 4);
    assertThat(logged).containsExactly(Logger.Level.ERROR);
    each.each(List.of(5), this::count);
    each.each(List.of(6), this::count);
    assertThat(logged).containsExactly(Logger.Level.ERROR, Logger.Level.INFO);
  }
}

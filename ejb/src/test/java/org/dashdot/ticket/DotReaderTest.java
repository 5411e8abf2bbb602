package org.dashdot.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.Instance;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.dashdot.shared.BlindSpot;
import org.dashdot.shared.Settings;
import org.junit.jupiter.api.Test;

/** A look-up of beans leaves dependents behind, so it must not happen at each count. */
class DotReaderTest {

  @Test
  @SuppressWarnings("unchecked")
  void blindSpotsAreLookedUpOnce() {
    AtomicInteger lookUps = new AtomicInteger();
    BlindSpot spot = () -> List.of("mail cannot leave");
    DotReader reader =
        new DotReader() {
          @Override
          public List<Burning> burning() {
            return List.of();
          }

          @Override
          public Map<Long, Integer> stormGroups() {
            return Map.of();
          }

          @Override
          int waiting() {
            return 0;
          }
        };
    reader.clock = Clock.systemUTC();
    reader.settings = Settings.shipped().with("dot.plenty", "10");
    reader.blindSpots =
        (Instance<BlindSpot>)
            Proxy.newProxyInstance(
                DotReaderTest.class.getClassLoader(),
                new Class<?>[] {Instance.class},
                (proxy, method, arguments) -> {
                  lookUps.incrementAndGet();
                  return Stream.of(spot);
                });
    reader.findBlindSpots();

    for (int count = 0; count < 3; count++) {
      assertThat(reader.now().blind()).containsExactly("mail cannot leave");
    }
    assertThat(lookUps).hasValue(1);
  }
}

package org.dashdot.dot;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Supplier;
import org.dashdot.shared.Remembered;

/**
 * The picture of everything, which every open page asks for: among very many tickets it is counted
 * at most for a sixth of the time, however many look.
 */
@ApplicationScoped
public class LatestPicture {

  private final Remembered<DotPicture> whole =
      new Remembered<>(Duration.ofMillis(40), 5, Duration.ofSeconds(1));

  DotPicture get(Supplier<DotPicture> count) {
    return whole.get(count);
  }
}

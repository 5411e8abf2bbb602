package org.dashdot.oncall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Hours, nights and weekend days are counted by the rotation's clock. */
class LoadTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private static Shift shift(String from, String until, Long person) {
    return new Shift(Instant.parse(from), Instant.parse(until), person, null);
  }

  @Test
  void theNightOfTheChangeToWinterTimeLastsAnHourLonger() {
    Map<Long, Load> loads =
        Load.of(
            List.of(
                shift("2026-10-24T16:00:00Z", "2026-10-25T08:00:00Z", 1L),
                shift("2026-10-25T08:00:00Z", "2026-10-25T16:00:00Z", 2L),
                shift("2026-10-25T16:00:00Z", "2026-10-26T16:00:00Z", null)),
            List.of(3L),
            BERLIN);
    assertThat(loads.get(1L)).isEqualTo(new Load(16 * 3600, 1, 0));
    assertThat(loads.get(2L)).isEqualTo(new Load(8 * 3600, 0, 1));
    assertThat(loads.get(3L)).isEqualTo(new Load(0, 0, 0));
  }

  @Test
  void muchMoreThanTheAverageIsHeavy() {
    List<Load> all = List.of(new Load(3600, 4, 0), new Load(3600, 1, 0), new Load(3600, 1, 0));
    assertThat(all.get(0).heavy(all)).as("four of six nights").isTrue();
    assertThat(all.get(1).heavy(all)).isFalse();
    assertThat(all.get(0).heavy(all.subList(0, 1))).as("alone").isFalse();
  }
}

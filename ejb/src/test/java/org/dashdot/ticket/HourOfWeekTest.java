package org.dashdot.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZonedDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HourOfWeekTest {

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T00:00:00Z, 0",
    "2026-11-23T09:59:59Z, 9",
    "2026-11-29T23:59:59Z, 167",
    "2026-03-29T03:30:00+02:00[Europe/Berlin], 147",
    "2026-10-25T02:30:00+01:00[Europe/Berlin], 146",
    "2026-10-26T00:00:00+01:00[Europe/Berlin], 0"
  })
  void itGoesByTheClockOnTheWall(ZonedDateTime time, int hour) {
    assertThat(DecisionTables.Facts.hourOfWeek(time)).isEqualTo(hour);
  }
}

package org.dashdot.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** Working days and quiet hours. */
class SpanTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void workingDaysSkipTheWeekend() {
    Instant friday = Instant.parse("2026-11-20T10:00:00Z");
    assertThat(Span.parse("1wd").after(friday, BERLIN)).isEqualTo("2026-11-23T10:00:00Z");
    assertThat(Span.parse("PT5M").after(friday, BERLIN)).isEqualTo("2026-11-20T10:05:00Z");
  }

  @Test
  void workingDaysKeepTheLocalTimeWhenClocksChange() {
    Instant friday = Instant.parse("2026-03-27T08:00:00Z");
    assertThat(Span.parse("1wd").after(friday, BERLIN)).isEqualTo("2026-03-30T07:00:00Z");
  }

  @Test
  void quietHoursEndInTheMorningOfTheNextWorkingDay() {
    Instant saturday = Instant.parse("2026-11-21T12:00:00Z");
    assertThat(WorkingHours.next(saturday, BERLIN)).isEqualTo("2026-11-23T07:00:00Z");
    Instant noon = Instant.parse("2026-11-20T11:00:00Z");
    assertThat(WorkingHours.next(noon, BERLIN)).isEqualTo(noon);
    assertThat(WorkingHours.nextAt(noon, LocalTime.of(8, 30), BERLIN))
        .isEqualTo("2026-11-23T07:30:00Z");
  }
}

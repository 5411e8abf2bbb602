package org.dashdot.oncall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.dashdot.access.Person;
import org.dashdot.shared.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calendars (RFC 5545) are read whole or not at all. */
class DutyCalendarTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
  private static final Person ANN =
      new Person("ann", "Ann Early", "ann@example.org", ZoneOffset.UTC, NOW);
  private static final Person BOB = new Person("bob", "Bob Late", null, ZoneOffset.UTC, NOW);

  private static List<DutyCalendar.Event> read(String... events) {
    StringBuilder text = new StringBuilder("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n");
    for (String event : events) {
      text.append("BEGIN:VEVENT\r\n")
          .append(event.replace("|", "\r\n"))
          .append("\r\nEND:VEVENT\r\n");
    }
    return DutyCalendar.read(text + "END:VCALENDAR\r\n", BERLIN, List.of(ANN, BOB), NOW);
  }

  @ParameterizedTest
  @CsvSource({
    "SUMMARY:ann|DTSTART:20260330T070000Z|DTEND:20260330T080000Z,"
        + " 2026-03-30T07:00:00Z, 2026-03-30T08:00:00Z",
    "SUMMARY:on duty|ATTENDEE:MAILTO:Ann@example.org|DTSTART:20260330T070000Z|DURATION:PT2H,"
        + " 2026-03-30T07:00:00Z, 2026-03-30T09:00:00Z",
    "SUMMARY:ann@example.org|DTSTART:20260330T090000|DTEND:20260330T100000,"
        + " 2026-03-30T07:00:00Z, 2026-03-30T08:00:00Z",
    "SUMMARY:ann|DTSTART;TZID=America/New_York:20260330T090000|DURATION:PT1H,"
        + " 2026-03-30T13:00:00Z, 2026-03-30T14:00:00Z",
    "SUMMARY:ann|DTSTART;VALUE=DATE:20260329, 2026-03-28T23:00:00Z, 2026-03-29T22:00:00Z",
    "SUMMARY:ann|DTSTART;VALUE=DATE:20260329|DTEND;VALUE=DATE:20260331,"
        + " 2026-03-28T23:00:00Z, 2026-03-30T22:00:00Z"
  })
  void eventIsReadByTheClockItIsWrittenIn(String event, Instant from, Instant until) {
    assertThat(read(event)).containsExactly(new DutyCalendar.Event(ANN, new Stretch(from, until)));
  }

  @ParameterizedTest
  @CsvSource({
    "SUMMARY:carl|DTSTART:20260330T070000Z|DTEND:20260330T080000Z, Neither an attendee",
    "SUMMARY:ann|DTSTART:20260330T070000Z, no end",
    "SUMMARY:ann|DTSTART:20260330T070000Z|DTEND:20260330T060000Z, after the beginning",
    "SUMMARY:ann|DTSTART:20260130T070000Z|DTEND:20260130T080000Z, over already",
    "SUMMARY:ann|DTSTART:20260330T070000Z|DTEND:20260330T080000Z|RRULE:FREQ=DAILY, repeats",
    "SUMMARY:ann, no beginning"
  })
  void badEventIsRefusedWithTheReason(String event, String why) {
    assertThatThrownBy(
            () -> read("SUMMARY:bob|DTSTART:20260330T070000Z|DTEND:20260330T080000Z", event))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("Nothing was imported. Event 2")
        .hasMessageContaining(why);
  }

  @Test
  void whatIsNoCalendarIsRefused() {
    for (String text : new String[] {null, "", "hello", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"}) {
      assertThatThrownBy(() -> DutyCalendar.read(text, BERLIN, List.of(ANN), NOW))
          .isInstanceOf(InvalidInput.class);
    }
  }

  @Test
  void whatIsWrittenCanBeRead() {
    Stretch when =
        new Stretch(Instant.parse("2026-03-30T07:00:00Z"), Instant.parse("2026-03-31T07:00:00Z"));
    String text =
        DutyCalendar.write(
            "Duty", List.of(new DutyCalendar.Entry("u1", "Ann Early: db, first", ANN, when)), NOW);
    assertThat(text).contains("UID:u1", "DTSTART:20260330T070000Z", "DTEND:20260331T070000Z");
    assertThat(DutyCalendar.read(text, BERLIN, List.of(ANN, BOB), NOW))
        .containsExactly(new DutyCalendar.Event(ANN, when));
  }
}

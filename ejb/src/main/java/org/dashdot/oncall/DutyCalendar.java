package org.dashdot.oncall;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.TimezoneInfo;
import biweekly.io.text.ICalReader;
import biweekly.property.Attendee;
import biweekly.property.DateOrDateTimeProperty;
import biweekly.property.DurationProperty;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dashdot.access.Person;
import org.dashdot.shared.InvalidInput;

/** Shifts as a calendar (RFC 5545), and overrides read from one. */
final class DutyCalendar {

  private static final String FIELD = "calendar";
  private static final int MOST_EVENTS = 500;
  private static final int LONGEST = 1 << 19;

  private DutyCalendar() {}

  /** Duty that an event gives to a person. */
  record Event(Person person, Stretch when) {}

  /** A shift that a calendar shows. */
  record Entry(String uid, String summary, Person person, Stretch when) {}

  static String write(String name, List<Entry> entries, Instant now) {
    ICalendar calendar = new ICalendar();
    calendar.setProductId("-//dash-dot//duty//EN");
    calendar.setName(name);
    for (Entry entry : entries) {
      VEvent event = new VEvent();
      event.setUid(entry.uid());
      event.setDateTimeStamp(Date.from(now));
      event.setSummary(entry.summary());
      event.setDateStart(Date.from(entry.when().from()));
      event.setDateEnd(Date.from(entry.when().until()));
      if (entry.person().email() != null) {
        event.addAttendee(new Attendee(entry.person().name(), entry.person().email()));
      }
      calendar.addEvent(event);
    }
    return Biweekly.write(calendar).go();
  }

  /**
   * @param zone of times that name none
   * @throws InvalidInput saying of each bad event what is wrong
   */
  static List<Event> read(String text, ZoneId zone, List<Person> people, Instant now) {
    ICalendar calendar = parsed(text);
    List<VEvent> events = calendar.getEvents();
    if (events.isEmpty() || events.size() > MOST_EVENTS) {
      throw new InvalidInput(FIELD, "A calendar has 1 to 500 events; this has " + events.size());
    }
    List<Event> read = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      VEvent event = events.get(i);
      try {
        read.add(event(event, calendar.getTimezoneInfo(), zone, people, now));
      } catch (InvalidInput e) {
        String summary = event.getSummary() == null ? "" : " “" + summary(event) + "”";
        wrong.add("Event " + (i + 1) + summary + ": " + e.getMessage());
      }
    }
    if (!wrong.isEmpty()) {
      int more = wrong.size() - 10;
      throw new InvalidInput(
          FIELD,
          "Nothing was imported. "
              + String.join(" ", wrong.subList(0, Math.min(10, wrong.size())))
              + (more > 0 ? " And " + more + " more." : ""));
    }
    return read;
  }

  private static ICalendar parsed(String text) {
    if (text == null || text.isBlank() || text.length() > LONGEST) {
      throw new InvalidInput(FIELD, "Choose an iCalendar file of at most 512 KB.");
    }
    try (ICalReader reader = new ICalReader(text)) {
      ICalendar calendar = reader.readNext();
      if (calendar == null) {
        throw new InvalidInput(FIELD, "This is no iCalendar file: BEGIN:VCALENDAR is missing.");
      }
      return calendar;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Event event(
      VEvent event, TimezoneInfo zones, ZoneId zone, List<Person> people, Instant now) {
    if (event.getRecurrenceRule() != null || !event.getRecurrenceDates().isEmpty()) {
      throw new InvalidInput(FIELD, "It repeats; each time must be an event of its own.");
    }
    if (event.getDateStart() == null || event.getDateStart().getValue() == null) {
      throw new InvalidInput(FIELD, "It has no beginning that can be read.");
    }
    Instant from = moment(event.getDateStart(), zones, zone);
    return new Event(
        person(event, people), DutyInput.ahead(from, end(event, from, zones, zone), now));
  }

  private static Instant end(VEvent event, Instant from, TimezoneInfo zones, ZoneId zone) {
    if (event.getDateEnd() != null && event.getDateEnd().getValue() != null) {
      return moment(event.getDateEnd(), zones, zone);
    }
    DurationProperty lasts = event.getDuration();
    if (lasts != null && lasts.getValue() != null) {
      return from.plus(Duration.ofMillis(lasts.getValue().toMillis()));
    }
    if (!event.getDateStart().getValue().hasTime()) {
      return from.atZone(zone).plusDays(1).toInstant();
    }
    throw new InvalidInput(FIELD, "It has no end.");
  }

  /** Whole days, and times that belong to no zone, are meant by the rotation's clock. */
  private static Instant moment(DateOrDateTimeProperty property, TimezoneInfo zones, ZoneId zone) {
    ICalDate date = property.getValue();
    DateTimeComponents local = date.getRawComponents();
    boolean floating =
        !date.hasTime() || local != null && !local.isUtc() && zones.getTimezone(property) == null;
    if (!floating || local == null) {
      return date.toInstant();
    }
    return LocalDateTime.of(
            local.getYear(),
            local.getMonth(),
            local.getDate(),
            date.hasTime() ? local.getHour() : 0,
            date.hasTime() ? local.getMinute() : 0,
            date.hasTime() ? local.getSecond() : 0)
        .atZone(zone)
        .toInstant();
  }

  private static Person person(VEvent event, List<Person> people) {
    List<String> names = new ArrayList<>();
    event.getAttendees().forEach(attendee -> names.add(named(attendee)));
    if (event.getSummary() != null) {
      names.add(event.getSummary().getValue());
    }
    return names.stream()
        .filter(name -> name != null && !name.isBlank())
        .map(name -> name.trim().toLowerCase(Locale.ROOT))
        .flatMap(name -> called(name, people).stream())
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInput(
                    FIELD,
                    "Neither an attendee nor the summary is the login or mail address of an active"
                        + " person here."));
  }

  private static String named(Attendee attendee) {
    String name = attendee.getEmail() == null ? attendee.getUri() : attendee.getEmail();
    return name == null ? null : name.replaceFirst("(?i)^mailto:", "");
  }

  private static Optional<Person> called(String name, List<Person> people) {
    return people.stream()
        .filter(Person::active)
        .filter(p -> p.login().equalsIgnoreCase(name) || name.equalsIgnoreCase(p.email()))
        .findFirst();
  }

  private static String summary(VEvent event) {
    String summary = String.valueOf(event.getSummary().getValue());
    return summary.length() > 60 ? summary.substring(0, 60) + "…" : summary;
  }
}

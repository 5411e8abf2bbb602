package org.dashdot.web.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.dashdot.access.Right;
import org.dashdot.oncall.DutyReader;
import org.dashdot.oncall.DutyReader.Schedule;
import org.dashdot.oncall.DutyReader.ShiftRow;

/** Who is on duty in the next weeks, by the clock of who looks. */
@Named
@RequestScoped
public class DutyView {

  private static final int DAYS = 28;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  @Inject DutyReader reader;
  @Inject Clock clock;
  @Inject Me me;

  private List<Schedule> schedules;
  private Instant now;
  private Instant end;

  /** One who has duty on a day; {@code time} is empty when since before that day. */
  public record Part(String time, String person, String tone) {}

  /** A day of the calendar. */
  public record Day(String label, List<Part> parts) {}

  /** A shift of the one who looks. */
  public record Mine(Instant from, Instant until, String team, String name) {}

  @PostConstruct
  void read() {
    now = clock.instant();
    end = now.plus(Duration.ofDays(DAYS));
    schedules = reader.schedules(now, end, me.actor()).stream().map(Schedule::inRows).toList();
  }

  public List<Schedule> getSchedules() {
    return schedules;
  }

  public boolean isMay() {
    return me.may(Right.EDIT_DUTY, null);
  }

  /** Who has duty now; null in a gap. */
  public ShiftRow now(Schedule schedule) {
    return schedule.at(now).filter(shift -> !shift.gap()).orElse(null);
  }

  /** Null when nobody else comes in these weeks. */
  public ShiftRow next(Schedule schedule) {
    return schedule.next(now).orElse(null);
  }

  /** Whether that is all that these weeks show. */
  public boolean openEnded(Instant until) {
    return !until.isBefore(end);
  }

  public List<Mine> getMine() {
    List<Mine> mine = new ArrayList<>();
    for (Schedule schedule : schedules) {
      schedule.shifts().stream()
          .filter(shift -> !shift.gap() && Objects.equals(shift.personId(), me.getId()))
          .forEach(
              shift ->
                  mine.add(
                      new Mine(shift.from(), shift.until(), schedule.team(), schedule.name())));
    }
    mine.sort(Comparator.comparing(Mine::from));
    return mine;
  }

  public List<Day> days(Schedule schedule) {
    ZoneId zone = me.zone();
    LocalDate today = now.atZone(zone).toLocalDate();
    List<Day> days = new ArrayList<>();
    for (int i = 0; i < DAYS; i++) {
      LocalDate date = today.plusDays(i);
      Instant from = date.atStartOfDay(zone).toInstant();
      Instant until = date.plusDays(1).atStartOfDay(zone).toInstant();
      days.add(
          new Day(
              DAY.format(date),
              schedule.shifts().stream()
                  .filter(shift -> shift.from().isBefore(until) && shift.until().isAfter(from))
                  .map(shift -> part(schedule, shift, from, zone))
                  .toList()));
    }
    return days;
  }

  private Part part(Schedule schedule, ShiftRow shift, Instant day, ZoneId zone) {
    boolean begins = shift.from().isAfter(day) && shift.from().isAfter(now);
    return new Part(
        begins ? TIME.format(shift.from().atZone(zone)) : "",
        shift.gap() ? Acts.text("duty.nobody") : shift.person(),
        tone(schedule, shift));
  }

  /** Where somebody must always be on duty, a gap is an alarm. */
  private String tone(Schedule schedule, ShiftRow shift) {
    if (shift.gap()) {
      return schedule.watched() ? "high" : "off";
    }
    return Objects.equals(shift.personId(), me.getId()) ? "ok" : "theirs";
  }
}

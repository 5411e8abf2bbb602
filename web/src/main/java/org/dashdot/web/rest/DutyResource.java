package org.dashdot.web.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.dashdot.access.http.Caller;
import org.dashdot.oncall.DutyCalendars;
import org.dashdot.oncall.DutyQuality;
import org.dashdot.oncall.DutyReader;
import org.dashdot.oncall.DutyReader.Schedule;
import org.dashdot.oncall.DutyReader.ShiftRow;
import org.dashdot.oncall.Overrides;
import org.dashdot.shared.InvalidInput;

/** Who is on duty when. */
@Path("/v1/duty")
@Produces(MediaType.APPLICATION_JSON)
public class DutyResource {

  private static final Duration LOOKED_AHEAD = Duration.ofDays(28);
  private static final int LARGEST_CALENDAR = 1 << 19;
  private static final String CALENDAR = "text/calendar;charset=utf-8";

  @Inject DutyReader reader;
  @Inject DutyQuality quality;
  @Inject DutyCalendars calendars;
  @Inject Overrides overrides;
  @Inject Caller caller;
  @Inject Clock clock;

  /**
   * Who has duty in a rotation, until when, and who is next.
   *
   * @param person null in a gap
   * @param until null when it does not end within four weeks
   * @param next null when nobody else comes within four weeks
   */
  public record OnDuty(
      Long rotation,
      String team,
      String name,
      String zone,
      Long personId,
      String person,
      Instant until,
      String next,
      Instant nextFrom) {}

  /** A shift; {@code person} is null in a gap, {@code override} where it is a turn. */
  public record ShiftView(
      Long rotation,
      String team,
      String name,
      Instant from,
      Instant until,
      Long personId,
      String person,
      Long override) {}

  @GET
  public Map<String, List<OnDuty>> now() {
    Instant now = clock.instant();
    return Map.of(
        "items",
        reader.schedules(now, now.plus(LOOKED_AHEAD), caller.actor()).stream()
            .map(schedule -> onDuty(schedule.inRows(), now))
            .toList());
  }

  private static OnDuty onDuty(Schedule schedule, Instant now) {
    ShiftRow at = schedule.at(now).orElseThrow();
    ShiftRow next = schedule.next(now).orElse(null);
    return new OnDuty(
        schedule.rotation(),
        schedule.team(),
        schedule.name(),
        schedule.zone().getId(),
        at.personId(),
        at.person(),
        at.until().equals(now.plus(LOOKED_AHEAD)) ? null : at.until(),
        next == null ? null : next.person(),
        next == null ? null : next.from());
  }

  /** Without moments: the next four weeks. */
  @GET
  @Path("/shifts")
  public Map<String, List<ShiftView>> shifts(
      @QueryParam("from") String from,
      @QueryParam("until") String until,
      @QueryParam("rotation") Long rotation) {
    Instant begin = from == null ? clock.instant() : instant("from", from);
    Instant end = until == null ? begin.plus(LOOKED_AHEAD) : instant("until", until);
    List<Schedule> schedules =
        rotation == null
            ? reader.schedules(begin, end, caller.actor())
            : List.of(reader.schedule(rotation, begin, end, caller.actor()));
    return Map.of(
        "items",
        schedules.stream()
            .flatMap(schedule -> schedule.shifts().stream().map(shift -> view(schedule, shift)))
            .toList());
  }

  private static ShiftView view(Schedule schedule, ShiftRow shift) {
    return new ShiftView(
        schedule.rotation(),
        schedule.team(),
        schedule.name(),
        shift.from(),
        shift.until(),
        shift.personId(),
        shift.person(),
        shift.override());
  }

  @GET
  @Path("/quality")
  public Map<String, List<DutyQuality.Report>> quality() {
    return Map.of("items", quality.reports(caller.actor()));
  }

  @GET
  @Path("/rotations/{id}/calendar.ics")
  @Produces(CALENDAR)
  public String calendarOfRotation(@PathParam("id") long id) {
    return calendars.ofRotation(id, caller.actor());
  }

  @GET
  @Path("/people/{id}/calendar.ics")
  @Produces(CALENDAR)
  public String calendarOfPerson(@PathParam("id") long id) {
    return calendars.ofPerson(id, caller.actor());
  }

  /** Every event is an override; all of them or none. */
  @POST
  @Path("/rotations/{id}/calendar")
  @Consumes(MediaType.WILDCARD)
  public Map<String, Integer> read(@PathParam("id") long id, InputStream body) throws IOException {
    String text = new String(Bodies.read(body, LARGEST_CALENDAR), StandardCharsets.UTF_8);
    return Map.of("overrides", overrides.read(id, text, caller.actor()));
  }

  private static Instant instant(String field, String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw new InvalidInput(field, "'" + field + "' is no moment such as 2026-11-23T09:00:00Z.");
    }
  }
}

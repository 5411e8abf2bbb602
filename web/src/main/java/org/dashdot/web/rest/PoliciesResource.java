package org.dashdot.web.rest;

import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dashdot.access.http.Caller;
import org.dashdot.oncall.Escalation;
import org.dashdot.oncall.EscalationTarget;
import org.dashdot.oncall.Hours;
import org.dashdot.oncall.PolicyDesk;
import org.dashdot.oncall.PolicyReader;
import org.dashdot.oncall.PolicyReader.PolicyRow;
import org.dashdot.shared.InvalidInput;
import org.dashdot.shared.Span;

/** Who is told next after how long, while nobody acknowledges. */
@Path("/v1/escalation-policies")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class PoliciesResource {

  @Inject PolicyDesk desk;
  @Inject PolicyReader reader;
  @Inject Caller caller;

  /**
   * A step.
   *
   * @param now whom it would tell now; null where that depends on the ticket's team
   */
  public record StepView(String after, String tell, List<String> now) {}

  /** Some hours of the week. */
  public record HoursView(List<String> days, String from, String until) {}

  /**
   * A policy.
   *
   * @param id null for what ships
   * @param team null: all teams that have none of their own
   */
  public record View(
      Long id,
      String name,
      Long team,
      Set<String> priorities,
      HoursView hours,
      List<StepView> steps,
      int rounds,
      String again,
      String handBack) {

    static View of(PolicyRow row) {
      Escalation escalation = row.rule().escalation();
      return new View(
          row.rule().id(),
          escalation.name(),
          row.rule().team(),
          new TreeSet<>(row.rule().priorities()),
          hours(row.rule().hours()),
          row.steps().stream()
              .map(
                  s ->
                      new StepView(
                          s.step().after().toString(), s.step().to().toString(), s.names()))
              .toList(),
          escalation.rounds(),
          written(escalation.again()),
          written(escalation.handBack()));
    }

    private static HoursView hours(Hours hours) {
      return hours == null
          ? null
          : new HoursView(
              hours.days().stream()
                  .sorted()
                  .map(day -> day.name().toLowerCase(Locale.ROOT))
                  .toList(),
              hours.from().toString(),
              hours.until().toString());
    }

    private static String written(Span span) {
      return span == null ? null : span.toString();
    }
  }

  @GET
  public Map<String, List<View>> all() {
    return Map.of("items", reader.policies(caller.actor()).stream().map(View::of).toList());
  }

  @POST
  public Response add(InputStream body) throws IOException {
    Long id = desk.save(null, wish(JsonBody.read(body)), caller.actor());
    return Response.status(201).entity(View.of(reader.policy(id, caller.actor()))).build();
  }

  @PUT
  @Path("/{id}")
  public View change(@PathParam("id") long id, InputStream body) throws IOException {
    desk.save(id, wish(JsonBody.read(body)), caller.actor());
    return View.of(reader.policy(id, caller.actor()));
  }

  @DELETE
  @Path("/{id}")
  public void remove(@PathParam("id") long id) {
    desk.remove(id, caller.actor());
  }

  private static PolicyDesk.Wish wish(JsonObject body) {
    return new PolicyDesk.Wish(
        JsonBody.number(body, "team"),
        array(body, "priorities").stream()
            .map(value -> text("priorities", value))
            .collect(Collectors.toSet()),
        hours(body),
        new Escalation(
            JsonBody.text(body, "name"),
            array(body, "steps").stream().map(PoliciesResource::step).toList(),
            rounds(JsonBody.number(body, "rounds")),
            span(body, "again"),
            span(body, "handBack")));
  }

  private static Escalation.Step step(JsonValue value) {
    if (value.getValueType() != JsonValue.ValueType.OBJECT) {
      throw new InvalidInput("steps", "A step is an object with after and tell.");
    }
    JsonObject step = value.asJsonObject();
    return new Escalation.Step(
        Span.read("steps", JsonBody.text(step, "after")),
        EscalationTarget.parse("steps", JsonBody.text(step, "tell")));
  }

  private static Hours hours(JsonObject body) {
    if (!body.containsKey("hours") || body.isNull("hours")) {
      return null;
    }
    if (body.get("hours").getValueType() != JsonValue.ValueType.OBJECT) {
      throw new InvalidInput("hours", "The hours are an object with days, from and until.");
    }
    JsonObject hours = body.getJsonObject("hours");
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    try {
      array(hours, "days")
          .forEach(day -> days.add(DayOfWeek.valueOf(text("days", day).toUpperCase(Locale.ROOT))));
      return new Hours(days, time(hours, "from"), time(hours, "until"));
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new InvalidInput(
          "hours",
          "The hours are like {\"days\": [\"monday\"], \"from\": \"22:00\", \"until\": \"07:00\"}.");
    }
  }

  private static LocalTime time(JsonObject hours, String name) {
    String text = JsonBody.text(hours, name);
    return LocalTime.parse(text == null ? "" : text);
  }

  private static JsonArray array(JsonObject body, String name) {
    if (!body.containsKey(name) || body.get(name).getValueType() != JsonValue.ValueType.ARRAY) {
      throw new InvalidInput(name, "This is a list.");
    }
    return body.getJsonArray(name);
  }

  private static String text(String field, JsonValue value) {
    if (value instanceof JsonString text) {
      return text.getString();
    }
    throw new InvalidInput(field, "This is a list of words.");
  }

  private static int rounds(Long wanted) {
    return wanted == null ? 1 : (int) Math.max(0, Math.min(wanted, Integer.MAX_VALUE));
  }

  private static Span span(JsonObject body, String name) {
    return body.containsKey(name) && !body.isNull(name)
        ? Span.read(name, JsonBody.text(body, name))
        : null;
  }
}

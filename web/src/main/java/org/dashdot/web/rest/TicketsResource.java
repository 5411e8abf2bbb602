package org.dashdot.web.rest;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dashdot.access.http.Caller;
import org.dashdot.notification.Outbox;
import org.dashdot.shared.InvalidInput;
import org.dashdot.signal.Severity;
import org.dashdot.ticket.Page;
import org.dashdot.ticket.Priority;
import org.dashdot.ticket.ProcessPicture;
import org.dashdot.ticket.TicketDesk;
import org.dashdot.ticket.TicketDispatch;
import org.dashdot.ticket.TicketMerge;
import org.dashdot.ticket.TicketNumber;
import org.dashdot.ticket.TicketQuery;
import org.dashdot.ticket.TicketReader;
import org.dashdot.ticket.TicketRow;
import org.dashdot.ticket.TicketSearch;
import org.dashdot.ticket.TicketSeen;
import org.dashdot.ticket.TicketSnooze;
import org.dashdot.ticket.TicketView;

/** Tickets and what people do with them. */
@Path("/v1/tickets")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class TicketsResource {

  @Inject TicketSearch search;
  @Inject TicketReader reader;
  @Inject TicketDesk desk;
  @Inject TicketDispatch dispatch;
  @Inject TicketMerge merge;
  @Inject TicketSnooze snooze;
  @Inject Outbox outbox;
  @Inject Caller caller;
  @Context HttpHeaders headers;

  @GET
  public Page<TicketRow> list(
      @QueryParam("status") String status,
      @QueryParam("priority") String priority,
      @QueryParam("team") String team,
      @QueryParam("assignee") String assignee,
      @QueryParam("q") String text,
      @QueryParam("sort") String sort,
      @QueryParam("limit") @DefaultValue("50") String limit,
      @QueryParam("cursor") String cursor) {
    return search.find(
        new TicketQuery(
            status, priority(priority), team, assignee, text, sort, limit(limit), cursor, false),
        caller.actor());
  }

  @POST
  public Response open(InputStream body) throws IOException {
    JsonObject request = JsonBody.read(body);
    TicketNumber number =
        dispatch.open(
            JsonBody.text(request, "title"),
            JsonBody.text(request, "description"),
            Severity.of(JsonBody.text(request, "severity")),
            JsonBody.texts(request, "labels"),
            caller.actor());
    return Response.created(URI.create("v1/tickets/" + number))
        .entity(reader.view(number, caller.actor()))
        .build();
  }

  @GET
  @Path("/{number}")
  public Response one(@PathParam("number") String number) {
    TicketView ticket = reader.view(TicketNumber.parse(number), caller.actor());
    return Response.ok(ticket).tag(TicketSeen.of(ticket).tag()).build();
  }

  /** What the caller saw, by the tag that came with it; without one it is changed as it is. */
  private TicketSeen seen() {
    String tag = headers.getHeaderString(HttpHeaders.IF_MATCH);
    return tag == null || tag.trim().equals("*")
        ? TicketSeen.ANY
        : new TicketSeen(tag.trim().replaceAll("^\"|\"$", ""));
  }

  @GET
  @Path("/{number}/timeline")
  public Map<String, List<TicketReader.Entry>> timeline(@PathParam("number") String number) {
    return Map.of("items", reader.timeline(TicketNumber.parse(number), caller.actor()));
  }

  @GET
  @Path("/{number}/notifications")
  public Map<String, List<Outbox.Delivery>> notifications(@PathParam("number") String number) {
    return Map.of("items", outbox.of(TicketNumber.parse(number), caller.actor()));
  }

  @POST
  @Path("/{number}/snooze")
  public Response snooze(@PathParam("number") String number, InputStream body) throws IOException {
    JsonObject request = JsonBody.read(body);
    snooze.snooze(
        TicketNumber.parse(number),
        moment(JsonBody.text(request, "until")),
        JsonBody.text(request, "reason"),
        seen(),
        caller.actor());
    return one(number);
  }

  private static Instant moment(String text) {
    try {
      return Instant.parse(text == null ? "" : text);
    } catch (DateTimeParseException e) {
      throw new InvalidInput("until", "Say until when, such as 2026-03-01T12:00:00Z.");
    }
  }

  @DELETE
  @Path("/{number}/snooze")
  public Response wake(@PathParam("number") String number) {
    snooze.wake(TicketNumber.parse(number), caller.actor());
    return one(number);
  }

  @GET
  @Path("/{number}/process")
  public ProcessPicture.Picture process(@PathParam("number") String number) {
    return reader.picture(TicketNumber.parse(number), caller.actor());
  }

  @GET
  @Path("/{number}/imperfections/{imperfection}/raw")
  public Map<String, List<TicketReader.Raw>> raw(
      @PathParam("number") String number, @PathParam("imperfection") long imperfection) {
    return Map.of("items", reader.raw(TicketNumber.parse(number), imperfection, caller.actor()));
  }

  @POST
  @Path("/{number}/notes")
  public Response note(@PathParam("number") String number, InputStream body) throws IOException {
    desk.note(
        TicketNumber.parse(number), JsonBody.text(JsonBody.read(body), "text"), caller.actor());
    return Response.noContent().build();
  }

  @POST
  @Path("/{number}/acknowledge")
  public Response acknowledge(@PathParam("number") String number) {
    desk.acknowledge(TicketNumber.parse(number), caller.actor());
    return Response.noContent().build();
  }

  /**
   * Answers all open human steps in one transaction; {@code action} is another word for response.
   */
  @POST
  @Path("/{number}/resolve")
  public Response resolve(@PathParam("number") String number, InputStream body) throws IOException {
    Map<String, String> answer = JsonBody.texts(JsonBody.read(body));
    if (answer.containsKey("action")) {
      answer.putIfAbsent("response", answer.remove("action"));
    }
    desk.resolve(TicketNumber.parse(number), answer, caller.actor());
    return Response.noContent().build();
  }

  @POST
  @Path("/{number}/over")
  public Response over(@PathParam("number") String number) {
    desk.confirmOver(TicketNumber.parse(number), caller.actor());
    return Response.noContent().build();
  }

  @POST
  @Path("/{number}/priority")
  public Response priority(@PathParam("number") String number, InputStream body)
      throws IOException {
    JsonObject request = JsonBody.read(body);
    Priority priority = priority(JsonBody.text(request, "priority"));
    if (priority == null) {
      throw new InvalidInput("priority", "Say which priority: P1, P2, P3 or P4.");
    }
    dispatch.prioritise(
        TicketNumber.parse(number),
        priority,
        JsonBody.text(request, "reason"),
        seen(),
        caller.actor());
    return Response.noContent().build();
  }

  @POST
  @Path("/{number}/hand-over")
  public Response handOver(@PathParam("number") String number, InputStream body)
      throws IOException {
    JsonObject request = JsonBody.read(body);
    dispatch.handOver(
        TicketNumber.parse(number),
        JsonBody.number(request, "person"),
        JsonBody.number(request, "team"),
        seen(),
        caller.actor());
    return Response.noContent().build();
  }

  @POST
  @Path("/{number}/dismiss")
  public Response dismiss(@PathParam("number") String number, InputStream body) throws IOException {
    JsonObject request = JsonBody.read(body);
    dispatch.dismiss(
        TicketNumber.parse(number),
        why(JsonBody.text(request, "why")),
        JsonBody.text(request, "reason"),
        caller.actor());
    return Response.noContent().build();
  }

  @POST
  @Path("/{number}/merge")
  public Response merge(@PathParam("number") String number, InputStream body) throws IOException {
    merge.merge(
        TicketNumber.parse(number),
        TicketNumber.parse("into", JsonBody.text(JsonBody.read(body), "into")),
        caller.actor());
    return Response.noContent().build();
  }

  @DELETE
  @Path("/{number}/merge")
  public Response unmerge(@PathParam("number") String number) {
    merge.undo(TicketNumber.parse(number), caller.actor());
    return Response.noContent().build();
  }

  static TicketDispatch.FalsePositive why(String word) {
    try {
      return TicketDispatch.FalsePositive.valueOf(
          String.valueOf(word).toUpperCase(Locale.ROOT).replace('-', '_'));
    } catch (IllegalArgumentException e) {
      throw new InvalidInput("why", "'why' must be one of check-wrong, expected-work, test.");
    }
  }

  private static int limit(String digits) {
    try {
      return Integer.parseInt(digits);
    } catch (NumberFormatException e) {
      throw new InvalidInput("limit", "'limit' must be a number from 1 to 200.");
    }
  }

  static Priority priority(String word) {
    try {
      return word == null || word.isBlank()
          ? null
          : Priority.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new InvalidInput("priority", "A priority is one of P1, P2, P3, P4.");
    }
  }
}

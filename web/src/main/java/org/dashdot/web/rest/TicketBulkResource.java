package org.dashdot.web.rest;

import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.dashdot.access.http.Caller;
import org.dashdot.shared.InvalidInput;
import org.dashdot.ticket.BulkRuns;
import org.dashdot.ticket.TicketBulk;
import org.dashdot.ticket.TicketNumber;

/** One act on many tickets; what is refused on one does not stop the others. */
@Path("/v1/tickets/bulk")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class TicketBulkResource {

  @Inject TicketBulk bulk;
  @Inject BulkRuns runs;
  @Inject Caller caller;

  @POST
  public TicketBulk.Result act(InputStream body) throws IOException {
    JsonObject wish = JsonBody.read(body);
    List<TicketNumber> tickets = tickets(wish.get("tickets"));
    String action = JsonBody.text(wish, "action");
    return switch (action == null ? "" : action) {
      case "acknowledge" -> bulk.take(tickets, caller.actor());
      case "assign" -> bulk.assign(tickets, JsonBody.text(wish, "assignee"), caller.actor());
      case "dismiss" ->
          bulk.dismiss(
              tickets,
              TicketsResource.why(JsonBody.text(wish, "why")),
              JsonBody.text(wish, "reason"),
              caller.actor());
      case "resolve" ->
          bulk.resolve(
              tickets,
              JsonBody.text(wish, "cause"),
              JsonBody.text(wish, "response"),
              caller.actor());
      case "keep" -> bulk.keep(tickets, caller.actor());
      default ->
          throw new InvalidInput(
              "action", "'action' must be acknowledge, assign, resolve, dismiss or keep.");
    };
  }

  /** How far an act on very many tickets is that the caller began on a list. */
  @GET
  @Path("/{run}")
  public BulkRuns.Progress progress(@PathParam("run") String run) {
    return runs.of(run, caller.actor());
  }

  private static List<TicketNumber> tickets(JsonValue value) {
    if (value instanceof JsonArray array) {
      return array.stream().map(TicketBulkResource::ticket).toList();
    }
    throw new InvalidInput("tickets", "'tickets' must be a list of numbers.");
  }

  private static TicketNumber ticket(JsonValue value) {
    if (value instanceof JsonNumber || value instanceof JsonString) {
      String text = value instanceof JsonString string ? string.getString() : value.toString();
      return TicketNumber.parse("tickets", text);
    }
    throw new InvalidInput("tickets", "'tickets' must be a list of numbers.");
  }
}

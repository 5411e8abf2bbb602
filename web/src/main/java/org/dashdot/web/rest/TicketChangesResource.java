package org.dashdot.web.rest;

import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.dashdot.access.http.Caller;
import org.dashdot.shared.InvalidInput;
import org.dashdot.ticket.TicketNumber;
import org.dashdot.ticket.TicketPresence;
import org.dashdot.ticket.TicketReader;
import org.dashdot.ticket.TicketSplit;
import org.dashdot.ticket.TicketUndo;
import org.dashdot.ticket.TicketView;

/**
 * What people do to a ticket beside each other: split it, take a change back, know of each other.
 */
@Path("/v1/tickets")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class TicketChangesResource {

  @Inject TicketSplit splitting;
  @Inject TicketUndo undoing;
  @Inject TicketPresence presence;
  @Inject TicketReader reader;
  @Inject Caller caller;

  @POST
  @Path("/{number}/split")
  public Response split(@PathParam("number") String number, InputStream body) throws IOException {
    TicketNumber own =
        splitting.split(
            TicketNumber.parse(number),
            imperfections(JsonBody.read(body).get("imperfections")),
            caller.actor());
    return Response.created(URI.create("v1/tickets/" + own))
        .entity(reader.view(own, caller.actor()))
        .build();
  }

  private static List<Long> imperfections(JsonValue value) {
    if (value instanceof JsonArray array
        && array.stream().allMatch(one -> one instanceof JsonNumber)) {
      return array.getValuesAs(JsonNumber::longValue);
    }
    throw new InvalidInput("imperfections", "'imperfections' must be a list of their ids.");
  }

  @DELETE
  @Path("/{number}/change")
  public TicketView undo(@PathParam("number") String number) {
    undoing.undo(TicketNumber.parse(number), caller.actor());
    return reader.view(TicketNumber.parse(number), caller.actor());
  }

  /** Changes whenever a page that shows the ticket is no longer true. */
  @GET
  @Path("/{number}/standing")
  public Map<String, String> standing(@PathParam("number") String number) {
    return Map.of("standing", reader.standing(TicketNumber.parse(number), caller.actor()));
  }

  @POST
  @Path("/{number}/presence")
  public Map<String, List<TicketPresence.Other>> here(
      @PathParam("number") String number, InputStream body) throws IOException {
    JsonObject page = JsonBody.read(body);
    return Map.of(
        "items",
        presence.here(
            TicketNumber.parse(number),
            JsonBody.text(page, "page"),
            page.getBoolean("writing", false),
            caller.actor()));
  }
}

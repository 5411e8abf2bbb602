package org.dashdot.web.rest;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.dashdot.access.http.Caller;
import org.dashdot.shared.InvalidInput;
import org.dashdot.ticket.TicketNumber;
import org.dashdot.ticket.TicketRelation;
import org.dashdot.ticket.TicketRelations;

/** The tickets that a ticket has to do with. */
@Path("/v1/tickets/{number}/relations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class RelationsResource {

  @Inject TicketRelations relations;
  @Inject Caller caller;

  @GET
  public Map<String, List<TicketRelations.Related>> of(@PathParam("number") String number) {
    return Map.of("items", relations.of(TicketNumber.parse(number), caller.actor()));
  }

  @POST
  public Map<String, List<TicketRelations.Related>> link(
      @PathParam("number") String number, InputStream body) throws IOException {
    JsonObject wish = JsonBody.read(body);
    relations.link(
        TicketNumber.parse(number),
        TicketNumber.parse("to", JsonBody.text(wish, "to")),
        kind(JsonBody.text(wish, "kind")),
        caller.actor());
    return of(number);
  }

  private static TicketRelation.Kind kind(String word) {
    return switch (word == null ? "related" : word) {
      case "related" -> TicketRelation.Kind.RELATED;
      case "caused-by" -> TicketRelation.Kind.CAUSED_BY;
      default -> throw new InvalidInput("kind", "'kind' must be related or caused-by.");
    };
  }

  @DELETE
  @Path("/{other}")
  public Map<String, List<TicketRelations.Related>> unlink(
      @PathParam("number") String number, @PathParam("other") String other) {
    relations.unlink(TicketNumber.parse(number), TicketNumber.parse(other), caller.actor());
    return of(number);
  }
}

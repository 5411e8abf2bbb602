package org.dashdot.web.rest;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.dashdot.access.Actor;
import org.dashdot.access.http.Caller;
import org.dashdot.ticket.TicketDesk;
import org.dashdot.ticket.TicketNumber;
import org.dashdot.ticket.WorkItems;

/** The human steps that wait. */
@Path("/v1/tasks")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class TasksResource {

  private static final int MOST = 500;

  @Inject WorkItems workItems;
  @Inject TicketDesk desk;
  @Inject Caller caller;

  @GET
  public Map<String, List<WorkItems.Row>> list(
      @QueryParam("ticket") String ticket,
      @QueryParam("mine") @DefaultValue("false") boolean mine) {
    Actor actor = caller.actor();
    if (ticket != null) {
      return Map.of("items", workItems.ofTicket(TicketNumber.parse(ticket), actor));
    }
    return Map.of("items", mine ? workItems.mine(actor, MOST) : workItems.all(actor));
  }

  @GET
  @Path("/{id}")
  public WorkItems.Row one(@PathParam("id") String id) {
    return workItems.row(id, caller.actor());
  }

  @POST
  @Path("/{id}/claim")
  public Response claim(@PathParam("id") String id) {
    desk.claim(id, caller.actor());
    return Response.noContent().build();
  }

  /** Body: {@code {"variables": {...}, "note": "..."}}. */
  @POST
  @Path("/{id}/complete")
  public Response complete(@PathParam("id") String id, InputStream body) throws IOException {
    JsonObject request = JsonBody.read(body);
    desk.complete(
        id, JsonBody.texts(request, "variables"), JsonBody.text(request, "note"), caller.actor());
    return Response.noContent().build();
  }
}

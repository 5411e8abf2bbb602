package org.dashdot.web.rest;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import org.dashdot.access.http.Caller;
import org.dashdot.research.Found;
import org.dashdot.research.Question;
import org.dashdot.research.ResearchDesk;
import org.dashdot.shared.InvalidInput;
import org.dashdot.ticket.TicketNumber;

/** The four questions about a ticket, and who looked. */
@Path("/v1/tickets/{number}/research")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class ResearchResource {

  @Inject ResearchDesk desk;
  @Inject Caller caller;

  @GET
  public ResearchDesk.Research research(@PathParam("number") String number) {
    return desk.research(TicketNumber.parse(number), caller.actor());
  }

  @POST
  @Path("/visits")
  public ResearchDesk.Research look(@PathParam("number") String number, InputStream body)
      throws IOException {
    JsonObject visit = JsonBody.read(body);
    desk.look(
        TicketNumber.parse(number),
        named(Question.values(), "question", visit),
        named(Found.values(), "answer", visit),
        JsonBody.text(visit, "note"),
        caller.actor());
    return research(number);
  }

  /** That the person followed one of the ticket's links out. */
  @POST
  @Path("/followed")
  public Response followed(@PathParam("number") String number, InputStream body)
      throws IOException {
    desk.followed(
        TicketNumber.parse(number), JsonBody.text(JsonBody.read(body), "name"), caller.actor());
    return Response.noContent().build();
  }

  private static <E extends Enum<E>> E named(E[] values, String field, JsonObject body) {
    String text = JsonBody.text(body, field);
    String name = text == null ? "" : text.toUpperCase(Locale.ROOT);
    return Arrays.stream(values)
        .filter(value -> value.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInput(
                    field,
                    "This is one of " + Arrays.toString(values).toLowerCase(Locale.ROOT) + "."));
  }
}

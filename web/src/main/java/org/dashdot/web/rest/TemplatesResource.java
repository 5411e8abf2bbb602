package org.dashdot.web.rest;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.dashdot.access.http.Caller;
import org.dashdot.notification.MessagePart;
import org.dashdot.notification.TemplateDesk;
import org.dashdot.shared.InvalidInput;
import org.dashdot.ticket.TicketNumber;

/** The words of messages. */
@Path("/v1/templates")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class TemplatesResource {

  @Inject TemplateDesk desk;
  @Inject Caller caller;

  /** A part of the messages; version 0 is the one that ships. */
  public record View(String part, int version, String words, List<TemplateDesk.Version> versions) {

    static View of(TemplateDesk.View view) {
      return new View(view.part().key(), view.number(), view.words(), view.versions());
    }
  }

  @GET
  public Map<String, Object> all() {
    return Map.of(
        "items", desk.all(caller.actor()).stream().map(View::of).toList(), "names", desk.names());
  }

  @PUT
  @Path("/{part}")
  public Map<String, Integer> save(@PathParam("part") String part, InputStream body)
      throws IOException {
    JsonObject wish = JsonBody.read(body);
    Long basedOn = JsonBody.number(wish, "basedOn");
    if (basedOn == null) {
      throw new InvalidInput("basedOn", "Say which version you changed; 0 is the shipped one.");
    }
    int version =
        desk.save(
            MessagePart.of(part),
            JsonBody.text(wish, "words"),
            (int) Math.min(basedOn, Integer.MAX_VALUE),
            JsonBody.text(wish, "remark"),
            caller.actor());
    return Map.of("version", version);
  }

  /** What words would make of a ticket; nothing is kept. */
  @POST
  @Path("/{part}/preview")
  public TemplateDesk.Preview preview(@PathParam("part") String part, InputStream body)
      throws IOException {
    JsonObject wish = JsonBody.read(body);
    return desk.preview(
        MessagePart.of(part),
        JsonBody.text(wish, "words"),
        TicketNumber.parse("ticket", JsonBody.text(wish, "ticket")),
        caller.actor());
  }
}

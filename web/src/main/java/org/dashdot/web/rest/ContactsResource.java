package org.dashdot.web.rest;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import org.dashdot.notification.ContactDesk;
import org.dashdot.notification.ContactKind;
import org.dashdot.notification.ContactReader;
import org.dashdot.notification.Urgency;
import org.dashdot.shared.InvalidInput;
import org.dashdot.shared.Unknown;

/** How the caller is reached, and what they were sent. */
@Path("/v1/contacts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class ContactsResource {

  @Inject ContactDesk desk;
  @Inject ContactReader reader;
  @Inject Caller caller;

  /**
   * A contact.
   *
   * @param id null for the mail address, which is tested as {@code mail}
   */
  public record View(Long id, String kind, String address, boolean confirmed, boolean usable) {}

  /** An order; {@code hours} is empty for any hour. */
  public record OrderView(String urgency, String hours, String order, boolean own) {}

  @GET
  public Map<String, List<View>> all() {
    return Map.of(
        "items",
        reader.contacts(actor()).stream()
            .map(c -> new View(c.id(), c.kind().word(), c.address(), c.confirmed(), c.usable()))
            .toList());
  }

  /** Adds one; a webhook is answered with the secret that its messages are signed with. */
  @POST
  public Response add(InputStream body) throws IOException {
    JsonObject wish = JsonBody.read(body);
    ContactKind kind = ContactKind.parse("kind", JsonBody.text(wish, "kind"));
    String secret = desk.add(kind, JsonBody.text(wish, "address"), actor());
    return Response.status(201)
        .entity(secret == null ? Map.of() : Map.of("secret", secret))
        .build();
  }

  @DELETE
  @Path("/{id}")
  public void remove(@PathParam("id") String id) {
    desk.remove(number(id), actor());
  }

  @POST
  @Path("/{id}/code")
  public void code(@PathParam("id") String id) {
    desk.sendCode(number(id), actor());
  }

  @POST
  @Path("/{id}/confirm")
  public void confirm(@PathParam("id") String id, InputStream body) throws IOException {
    String code = JsonBody.text(JsonBody.read(body), "code");
    if (!desk.confirm(number(id), code, actor())) {
      throw new InvalidInput("code", "This is not the code, or it has ended. Ask for another.");
    }
  }

  /** Sends a message that says it is a test; answers by which number it can be followed. */
  @POST
  @Path("/{id}/test")
  public Response tryOut(@PathParam("id") String id) {
    Long message = desk.tryOut(id.equals("mail") ? null : number(id), actor());
    return Response.accepted(Map.of("message", message)).build();
  }

  @GET
  @Path("/orders")
  public Map<String, List<OrderView>> orders() {
    return Map.of(
        "items",
        reader.orders(actor()).stream()
            .map(o -> new OrderView(o.urgency().word(), o.hours(), o.order(), o.own()))
            .toList());
  }

  @PUT
  @Path("/orders/{urgency}")
  public void order(@PathParam("urgency") String urgency, InputStream body) throws IOException {
    JsonObject wish = JsonBody.read(body);
    desk.order(
        Urgency.parse(urgency),
        JsonBody.text(wish, "hours"),
        JsonBody.text(wish, "order"),
        actor());
  }

  @DELETE
  @Path("/orders/{urgency}")
  public void forgetOrder(@PathParam("urgency") String urgency, @QueryParam("hours") String hours) {
    desk.forgetOrder(Urgency.parse(urgency), hours, actor());
  }

  @GET
  @Path("/messages")
  public Map<String, List<ContactReader.Sent>> messages() {
    return Map.of("items", reader.sent(actor()));
  }

  @GET
  @Path("/messages/{id}")
  public ContactReader.Sent message(@PathParam("id") String id) {
    return reader.sent(number(id), actor());
  }

  /** Who cannot be told of anything high; for administrators. */
  @GET
  @Path("/unreachable")
  public Map<String, List<ContactReader.Unreachable>> unreachable() {
    return Map.of("items", reader.unreachable(actor()));
  }

  private Actor actor() {
    return caller.actor();
  }

  private static Long number(String id) {
    if (!id.matches("\\d{1,18}")) {
      throw new Unknown("You have no contact " + id);
    }
    return Long.valueOf(id);
  }
}

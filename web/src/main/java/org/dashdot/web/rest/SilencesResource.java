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
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dashdot.access.http.Caller;
import org.dashdot.imperfection.Matchers;
import org.dashdot.imperfection.SuppressionWindow;
import org.dashdot.shared.InvalidInput;
import org.dashdot.signal.JsonInput;
import org.dashdot.ticket.SuppressionDesk;

/** Silences and maintenance windows. */
@Path("/v1/silences")
@Produces(MediaType.APPLICATION_JSON)
public class SilencesResource {

  private static final int MOST = 200;

  @Inject SuppressionDesk desk;
  @Inject Caller caller;
  @Inject Clock clock;

  /** A window as it is shown; {@code ticket} is the number of the one that collects. */
  public record View(
      String id,
      String kind,
      String state,
      String matchers,
      Instant startsAt,
      Instant endsAt,
      String author,
      String reason,
      Long ticket) {}

  @GET
  public Map<String, List<View>> all() {
    return Map.of("items", desk.list(MOST, caller.actor()).stream().map(this::view).toList());
  }

  @POST
  @Consumes(MediaType.WILDCARD)
  public Response open(InputStream body) throws IOException {
    JsonObject wished = JsonBody.read(body);
    SuppressionWindow window =
        desk.open(
            new SuppressionDesk.Wish(
                kind(JsonBody.text(wished, "kind")),
                Matchers.written(JsonBody.text(wished, "matchers")),
                JsonInput.time(wished, "startsAt"),
                JsonInput.time(wished, "endsAt"),
                JsonBody.text(wished, "reason")),
            caller.actor());
    return Response.status(Response.Status.CREATED).entity(view(window)).build();
  }

  @DELETE
  @Path("/{id}")
  public Response end(@PathParam("id") String id) {
    desk.expire(id, caller.actor());
    return Response.noContent().build();
  }

  private static SuppressionWindow.Kind kind(String text) {
    for (SuppressionWindow.Kind kind : SuppressionWindow.Kind.values()) {
      if (text == null || kind.name().equalsIgnoreCase(text)) {
        return kind;
      }
    }
    throw new InvalidInput("kind", "'kind' is silence or maintenance.");
  }

  private View view(SuppressionWindow window) {
    return new View(
        window.uuid(),
        window.kind().name().toLowerCase(Locale.ROOT),
        window.state(clock.instant()).name().toLowerCase(Locale.ROOT),
        window.matchers().toString(),
        window.startsAt(),
        window.endsAt(),
        window.author(),
        window.reason(),
        window.ticketId());
  }
}

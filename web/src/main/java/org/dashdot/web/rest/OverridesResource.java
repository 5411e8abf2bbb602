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
import java.util.List;
import java.util.Map;
import org.dashdot.access.http.Caller;
import org.dashdot.oncall.DutyLists;
import org.dashdot.oncall.Overrides;
import org.dashdot.shared.InvalidInput;
import org.dashdot.signal.JsonInput;

/** Duty that somebody takes for a while, and shifts that are exchanged. */
@Path("/v1/duty/overrides")
@Produces(MediaType.APPLICATION_JSON)
public class OverridesResource {

  @Inject Overrides overrides;
  @Inject DutyLists lists;
  @Inject Logins logins;
  @Inject Caller caller;

  @GET
  public Map<String, List<DutyLists.OverrideRow>> all() {
    return Map.of("items", lists.overrides(caller.actor()));
  }

  @POST
  @Consumes(MediaType.WILDCARD)
  public Response take(InputStream body) throws IOException {
    JsonObject wished = JsonBody.read(body);
    Long id =
        overrides.take(
            rotation(wished),
            logins.personOf(JsonBody.text(wished, "person")),
            JsonInput.time(wished, "from"),
            JsonInput.time(wished, "until"),
            JsonBody.text(wished, "reason"),
            caller.actor());
    return Response.status(Response.Status.CREATED).entity(Map.of("id", id)).build();
  }

  @POST
  @Path("/swap")
  @Consumes(MediaType.WILDCARD)
  public Response swap(InputStream body) throws IOException {
    JsonObject wished = JsonBody.read(body);
    overrides.swap(
        rotation(wished),
        JsonInput.time(wished, "one"),
        JsonInput.time(wished, "other"),
        JsonBody.text(wished, "reason"),
        caller.actor());
    return Response.noContent().build();
  }

  @DELETE
  @Path("/{id}")
  public Response giveBack(@PathParam("id") long id) {
    overrides.giveBack(id, caller.actor());
    return Response.noContent().build();
  }

  private static Long rotation(JsonObject wished) {
    Long rotation = JsonBody.number(wished, "rotation");
    if (rotation == null) {
      throw new InvalidInput("rotation", "Say which rotation: GET /api/v1/duty lists them.");
    }
    return rotation;
  }
}

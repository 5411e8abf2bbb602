package org.dashdot.web.rest;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dashdot.access.Right;
import org.dashdot.access.Rights;
import org.dashdot.access.http.Caller;
import org.dashdot.intake.SourceDesk;
import org.dashdot.shared.InvalidInput;
import org.dashdot.signal.Source;
import org.dashdot.signal.SourceState;
import org.dashdot.signal.Sources;

/** The sources and whether they speak, for administrators. */
@Path("/v1/sources")
@Produces(MediaType.APPLICATION_JSON)
public class SourcesResource {

  @Inject Sources sources;
  @Inject SourceDesk desk;
  @Inject Caller caller;

  /**
   * A source without its address, which may hold a password.
   *
   * @param liveness new, alive, silent, or unknown: it pushes and sends no dead man's switch
   */
  public record View(
      String name,
      String integration,
      boolean polled,
      boolean enabled,
      String liveness,
      Instant lastReceivedAt,
      Instant lastSignalAt,
      int firing,
      String failure,
      Instant failingSince) {

    static View of(Sources.Row row) {
      Source source = row.source();
      SourceState state = row.state();
      return new View(
          source.name(),
          source.integration(),
          source.url() != null,
          source.enabled(),
          state.state().name().toLowerCase(Locale.ROOT),
          state.lastReceivedAt(),
          state.lastSignalAt(),
          state.firing(),
          state.failure(),
          state.failingSince());
    }
  }

  /** Adds a source; an address makes it one that is polled. */
  @POST
  @Consumes(MediaType.WILDCARD)
  public Response add(InputStream body) throws IOException {
    JsonObject wished = JsonBody.read(body);
    Source source =
        desk.add(
            JsonBody.text(wished, "name"),
            JsonBody.text(wished, "integration"),
            JsonBody.text(wished, "url"),
            caller.actor());
    return Response.status(Response.Status.CREATED)
        .entity(View.of(new Sources.Row(source, sources.state(source.id()))))
        .build();
  }

  @PUT
  @Path("/{name}/enabled")
  @Consumes(MediaType.WILDCARD)
  public Response enable(@PathParam("name") String name, InputStream body) throws IOException {
    JsonValue enabled = JsonBody.read(body).get("enabled");
    if (enabled != JsonValue.TRUE && enabled != JsonValue.FALSE) {
      throw new InvalidInput("enabled", "'enabled' must be true or false.");
    }
    desk.enable(name, enabled == JsonValue.TRUE, caller.actor());
    return Response.noContent().build();
  }

  @GET
  public Map<String, List<View>> all() {
    Rights.check(caller.actor(), Right.ADMINISTER, null);
    return Map.of("items", sources.all().stream().map(View::of).toList());
  }
}

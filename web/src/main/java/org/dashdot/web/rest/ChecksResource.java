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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.dashdot.access.http.Caller;
import org.dashdot.check.CheckTrial;
import org.dashdot.check.CheckVersion;
import org.dashdot.check.Checks;
import org.dashdot.shared.InvalidInput;

/** The checks that make signals of values and lines. */
@Path("/v1/checks")
@Produces(MediaType.APPLICATION_JSON)
public class ChecksResource {

  @Inject Checks checks;
  @Inject CheckTrial trial;
  @Inject Caller caller;

  /**
   * A version as it is shown.
   *
   * @param shipped whether it came with the product
   */
  public record View(
      String name,
      int version,
      boolean enabled,
      boolean shipped,
      String author,
      Instant createdAt,
      String condition,
      JsonObject check) {}

  @GET
  public Map<String, List<View>> all() {
    return Map.of("items", checks.all().stream().map(ChecksResource::view).toList());
  }

  /** All versions of one, the newest first. */
  @GET
  @Path("/{name}")
  public Map<String, List<View>> history(@PathParam("name") String name) {
    checks.named(name);
    return Map.of("items", checks.history(name).stream().map(ChecksResource::view).toList());
  }

  /**
   * Saves a new version.
   *
   * @param basedOn the version that was edited; may be absent
   */
  @PUT
  @Path("/{name}")
  @Consumes(MediaType.WILDCARD)
  public View save(
      @PathParam("name") String name, @QueryParam("basedOn") Integer basedOn, InputStream body)
      throws IOException {
    JsonObject document = JsonBody.read(body);
    if (!name.equals(JsonBody.text(document, "name"))) {
      throw new InvalidInput("name", "'name' must be the one in the address, " + name + ".");
    }
    return view(checks.save(document, basedOn, caller.actor()));
  }

  @PUT
  @Path("/{name}/enabled")
  @Consumes(MediaType.WILDCARD)
  public View enable(@PathParam("name") String name, InputStream body) throws IOException {
    JsonValue enabled = JsonBody.read(body).get("enabled");
    if (enabled != JsonValue.TRUE && enabled != JsonValue.FALSE) {
      throw new InvalidInput("enabled", "'enabled' must be true or false.");
    }
    return view(checks.enable(name, enabled == JsonValue.TRUE, caller.actor()));
  }

  /** What a check would have raised in the last hour; nothing is saved. */
  @POST
  @Path("/dry-run")
  @Consumes(MediaType.WILDCARD)
  public CheckTrial.Outcome dryRun(InputStream body) throws IOException {
    return trial.run(JsonBody.read(body), caller.actor());
  }

  private static View view(CheckVersion version) {
    return new View(
        version.name(),
        version.number(),
        version.enabled(),
        version.shipped(),
        version.author(),
        version.createdAt(),
        version.check().condition(),
        version.document());
  }
}

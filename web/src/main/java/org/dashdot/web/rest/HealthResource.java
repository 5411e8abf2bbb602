package org.dashdot.web.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.dashdot.intake.Doors;

/** Whether dash-dot lives and takes signals; open to anybody, and says nothing more. */
@Path("/v1/health")
@Produces(MediaType.APPLICATION_JSON)
public class HealthResource {

  @Inject Doors doors;

  @GET
  @Path("/live")
  public Map<String, String> live() {
    return Map.of("status", "UP");
  }

  @GET
  @Path("/ready")
  public Response ready() {
    return doors.isOpen()
        ? Response.ok(Map.of("status", "UP")).build()
        : Response.status(503).header("Retry-After", "5").entity(Map.of("status", "DOWN")).build();
  }
}

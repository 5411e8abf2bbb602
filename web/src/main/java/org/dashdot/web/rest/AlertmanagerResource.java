package org.dashdot.web.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.dashdot.access.http.Caller;

/** What a Prometheus needs of an Alertmanager (its API v2): a place to push alerts to. */
@Path("/v2")
@Produces(MediaType.APPLICATION_JSON)
public class AlertmanagerResource {

  @Inject Pushes pushes;
  @Inject Caller caller;

  @POST
  @Path("/alerts")
  @Consumes(MediaType.WILDCARD)
  public Response push(InputStream body, @Context HttpHeaders headers, @Context UriInfo uri)
      throws IOException {
    pushes.push("prometheus", "", body, headers, uri, caller.actor());
    return Response.ok(Map.of()).build();
  }

  /** Enough for a client that asks whom it talks to. */
  @GET
  @Path("/status")
  public Map<String, Object> status() {
    caller.actor();
    return Map.of(
        "cluster", Map.of("status", "disabled"),
        "versionInfo", Map.of("version", "dash-dot"));
  }
}

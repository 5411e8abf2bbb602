package org.dashdot.web.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.dashdot.access.http.Caller;

/** Where every kind of system pushes, by the integration's name. */
@Path("/v1/signals")
@Produces(MediaType.APPLICATION_JSON)
public class SignalsResource {

  @Inject Pushes pushes;
  @Inject Caller caller;

  @POST
  @Path("/{integration}")
  @Consumes(MediaType.WILDCARD)
  public Map<String, Integer> push(
      @PathParam("integration") String integration,
      InputStream body,
      @Context HttpHeaders headers,
      @Context UriInfo uri)
      throws IOException {
    return Map.of("accepted", pushes.push(integration, "", body, headers, uri, caller.actor()));
  }
}

package org.dashdot.web.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.InputStream;
import org.dashdot.access.http.Caller;

/** The description of this interface (OpenAPI 3). A test holds it against the resources. */
@Path("/v1/openapi")
public class OpenApiResource {

  @Inject Caller caller;

  @GET
  @Produces("application/json")
  public InputStream document() {
    caller.actor();
    return OpenApiResource.class.getResourceAsStream("/openapi.json");
  }
}

package org.dashdot.web.modeler;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.dashdot.response.ResponseModels;

/** Modeler asks for the engine's version to warn of elements it does not know. */
@Path("/version")
@Produces(MediaType.APPLICATION_JSON)
public class VersionResource {

  @Inject ResponseModels models;
  @Inject Designer designer;

  @GET
  public Map<String, String> version() {
    designer.actor();
    return Map.of("version", models.engineVersion());
  }
}

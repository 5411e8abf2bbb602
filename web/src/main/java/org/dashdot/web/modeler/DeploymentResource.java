package org.dashdot.web.modeler;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.List;
import org.dashdot.access.Actor;
import org.dashdot.response.ResponseModels;

/** Modeler's deploy button: what arrives is a draft, which nothing runs until it is activated. */
@Path("/deployment")
@Produces(MediaType.APPLICATION_JSON)
public class DeploymentResource {

  @Inject ResponseModels models;
  @Inject Designer designer;

  /** Modeler asks for no deployment at all, only to see whether it is let in. */
  @GET
  public List<Object> none() {
    designer.actor();
    return List.of();
  }

  @POST
  @Path("/create")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public JsonObject create(List<EntityPart> parts) throws IOException {
    Actor actor = designer.actor();
    Upload upload = Upload.of(parts);
    return Definitions.json(
        models.deployDraft(
            upload.field("deployment-name"),
            upload.field("deployment-source"),
            upload.says("enable-duplicate-filtering") || upload.says("deploy-changed-only"),
            upload.files(),
            actor));
  }
}

package org.dashdot.web.modeler;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.dashdot.access.Actor;
import org.dashdot.response.ResponseModels;
import org.dashdot.response.ResponseModels.Definition;
import org.dashdot.shared.Jsons;
import org.dashdot.shared.Unknown;

/** Reading what is deployed: the newest version of each process, and its XML. Nothing starts. */
@Path("/process-definition")
@Produces(MediaType.APPLICATION_JSON)
public class ProcessDefinitionResource {

  @Inject ResponseModels models;
  @Inject Designer designer;

  @GET
  public JsonValue list() {
    return Definitions.json(models.definitions(designer.actor()));
  }

  @GET
  @Path("/key/{key}")
  public JsonObject byKey(@PathParam("key") String key) {
    return Definitions.json(newest(key, designer.actor()));
  }

  @GET
  @Path("/key/{key}/xml")
  public JsonObject xmlByKey(@PathParam("key") String key) {
    Actor actor = designer.actor();
    return xml(newest(key, actor).id(), actor);
  }

  @GET
  @Path("/{id}")
  public JsonObject one(@PathParam("id") String id) {
    return Definitions.json(
        models.definition(id, designer.actor()).orElseThrow(() -> unknown("id", id)));
  }

  @GET
  @Path("/{id}/xml")
  public JsonObject xmlById(@PathParam("id") String id) {
    return xml(id, designer.actor());
  }

  private JsonObject xml(String id, Actor actor) {
    String xml = models.xml(id, actor).orElseThrow(() -> unknown("id", id));
    return Jsons.JSON.createObjectBuilder().add("id", id).add("bpmn20Xml", xml).build();
  }

  private Definition newest(String key, Actor actor) {
    return models.byKey(key, actor).orElseThrow(() -> unknown("key", key));
  }

  private static Unknown unknown(String what, String value) {
    return new Unknown("No process definition with " + what + " " + value + ".");
  }
}

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
import org.dashdot.search.SavedViews;
import org.dashdot.shared.Unknown;

/** The lists of tickets that the caller saved. */
@Path("/v1/views")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class ViewsResource {

  @Inject SavedViews views;
  @Inject Caller caller;

  @GET
  public Map<String, List<SavedViews.View>> all() {
    return Map.of("items", views.of(caller.actor()));
  }

  /** One of the same name is replaced. */
  @POST
  public Response save(InputStream body) throws IOException {
    JsonObject wish = JsonBody.read(body);
    Long id = views.save(JsonBody.text(wish, "name"), JsonBody.text(wish, "query"), caller.actor());
    return Response.status(201).entity(Map.of("id", id)).build();
  }

  @DELETE
  @Path("/{id}")
  public void remove(@PathParam("id") String id) {
    if (!id.matches("\\d{1,18}")) {
      throw new Unknown("You have no view " + id);
    }
    views.remove(Long.valueOf(id), caller.actor());
  }
}

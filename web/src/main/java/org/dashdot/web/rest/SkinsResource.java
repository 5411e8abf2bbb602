package org.dashdot.web.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.dashdot.access.http.Caller;
import org.dashdot.skin.Skin;
import org.dashdot.skin.SkinFile;
import org.dashdot.skin.Skins;

/** How the dot looks. */
@Path("/v1/skins")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class SkinsResource {

  @Inject Skins skins;
  @Inject Caller caller;

  @GET
  public Map<String, List<Skins.Row>> all() {
    return Map.of("items", skins.all(caller.actor()));
  }

  /** The one in use; a wall may ask for it too. */
  @GET
  @Path("/used")
  public Skin used() {
    caller.looker();
    return skins.used();
  }

  @POST
  public Map<String, String> upload(InputStream body) throws IOException {
    return Map.of("name", skins.upload(Bodies.read(body, SkinFile.LARGEST + 1), caller.actor()));
  }

  @POST
  @Path("/{name}/use")
  public void use(@PathParam("name") String name) {
    skins.use(name, caller.actor());
  }

  @DELETE
  @Path("/{name}")
  public void remove(@PathParam("name") String name) {
    skins.remove(name, caller.actor());
  }
}

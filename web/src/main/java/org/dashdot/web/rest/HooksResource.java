package org.dashdot.web.rest;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import org.dashdot.access.Actor;
import org.dashdot.access.Logins;

/** {@code /hooks/{integration}/{token}}: the same door, with the token in the path. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public class HooksResource {

  @Inject Pushes pushes;
  @Inject Logins logins;

  @POST
  @Path("/{integration}/{token}")
  @Consumes(MediaType.WILDCARD)
  public Response push(
      @PathParam("integration") String integration,
      @PathParam("token") String token,
      InputStream body,
      @Context HttpHeaders headers,
      @Context UriInfo uri,
      @Context HttpServletRequest request)
      throws IOException {
    Optional<Actor> actor =
        logins.bearer(token, request.getRemoteAddr()).filter(a -> a.kind() == Actor.Kind.TOKEN);
    if (actor.isEmpty()) {
      return Problem.answer(401, "Not logged in", "The token in this URL is not valid.", null);
    }
    int accepted = pushes.push(integration, "", body, headers, uri, actor.get());
    return Response.ok(Map.of("accepted", accepted)).build();
  }
}

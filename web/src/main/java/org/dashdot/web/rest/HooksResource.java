package org.dashdot.web.rest;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import org.dashdot.notification.GatewayHook;
import org.dashdot.notification.Gateways;

/**
 * {@code /hooks/{integration}/{token}}: the same door, with the token in the path; and where
 * gateways report what became of messages and what people reply.
 */
@Path("/")
@Produces(MediaType.WILDCARD)
public class HooksResource {

  /** What a gateway says is short. */
  private static final int LARGEST_CALL = 64 << 10;

  @Inject Pushes pushes;
  @Inject Logins logins;
  @Inject Gateways gateways;

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
    if (gateways.knows(integration)) {
      byte[] call = Bodies.read(body, LARGEST_CALL);
      return heard(integration, token, "POST", call, headers, uri);
    }
    Optional<Actor> actor =
        logins.bearer(token, request.getRemoteAddr()).filter(a -> a.kind() == Actor.Kind.TOKEN);
    if (actor.isEmpty()) {
      return refused();
    }
    int accepted = pushes.push(integration, "", body, headers, uri, actor.get());
    return Response.ok(Map.of("accepted", accepted), MediaType.APPLICATION_JSON).build();
  }

  @GET
  @Path("/{integration}/{token}")
  public Response call(
      @PathParam("integration") String integration,
      @PathParam("token") String token,
      @Context HttpHeaders headers,
      @Context UriInfo uri) {
    if (!gateways.knows(integration)) {
      return Problem.answer(405, "Method Not Allowed", "Signals are pushed by POST.", null);
    }
    return heard(integration, token, "GET", new byte[0], headers, uri);
  }

  private Response heard(
      String integration,
      String token,
      String method,
      byte[] body,
      HttpHeaders headers,
      UriInfo uri) {
    String query = uri.getRequestUri().getRawQuery();
    String path = token + (query == null ? "" : "?" + query);
    return gateways
        .hear(integration, token, pushes.delivery(method, path, body, headers, uri))
        .map(HooksResource::answer)
        .orElseGet(HooksResource::refused);
  }

  private static Response answer(GatewayHook.Answer answer) {
    return Response.ok(answer.words()).type(answer.type()).build();
  }

  private static Response refused() {
    return Problem.answer(401, "Not logged in", "The token in this URL is not valid.", null);
  }
}

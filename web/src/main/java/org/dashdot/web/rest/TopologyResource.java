package org.dashdot.web.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.dashdot.access.http.Caller;
import org.dashdot.topology.Edge;
import org.dashdot.topology.Topology;

/** What rests on what. */
@Path("/v1/topology")
@Produces(MediaType.APPLICATION_JSON)
public class TopologyResource {

  private static final int MOST = 10_000;
  private static final int LARGEST = 10 << 20;

  @Inject Topology topology;
  @Inject Caller caller;

  /**
   * One relation.
   *
   * @param origin the inventory's name, or labels
   */
  public record View(
      String kind,
      String name,
      String relation,
      String onKind,
      String on,
      String origin,
      Instant since) {

    static View of(Edge edge) {
      return new View(
          edge.fact().upper().kind().word(),
          edge.fact().upper().name(),
          edge.fact().relation().words(),
          edge.fact().lower().kind().word(),
          edge.fact().lower().name(),
          edge.origin(),
          edge.seenAt());
    }
  }

  @GET
  public Map<String, List<View>> all(@QueryParam("q") String text) {
    List<Edge> edges =
        text == null || text.isBlank() ? topology.all(MOST) : topology.search(text, MOST);
    return Map.of("items", edges.stream().map(View::of).toList());
  }

  /** Replaces what was imported under this name. */
  @PUT
  @Path("/{origin}")
  @Consumes(MediaType.WILDCARD)
  public Map<String, Integer> replace(@PathParam("origin") String origin, InputStream body)
      throws IOException {
    String text = new String(Bodies.read(body, LARGEST), StandardCharsets.UTF_8);
    return Map.of("relations", topology.replace(origin, text, caller.actor()));
  }

  @DELETE
  @Path("/{origin}")
  public Response remove(@PathParam("origin") String origin) {
    topology.remove(origin, caller.actor());
    return Response.noContent().build();
  }
}

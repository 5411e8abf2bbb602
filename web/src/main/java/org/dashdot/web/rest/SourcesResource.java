package org.dashdot.web.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dashdot.access.Right;
import org.dashdot.access.Rights;
import org.dashdot.access.http.Caller;
import org.dashdot.signal.Source;
import org.dashdot.signal.SourceState;
import org.dashdot.signal.Sources;

/** The sources and whether they speak, for administrators. */
@Path("/v1/sources")
@Produces(MediaType.APPLICATION_JSON)
public class SourcesResource {

  @Inject Sources sources;
  @Inject Caller caller;

  /**
   * A source without its address, which may hold a password.
   *
   * @param liveness new, alive, silent, or unknown: it pushes and sends no dead man's switch
   */
  public record View(
      String name,
      String integration,
      boolean polled,
      boolean enabled,
      String liveness,
      Instant lastReceivedAt,
      Instant lastSignalAt,
      int firing,
      String failure,
      Instant failingSince) {

    static View of(Sources.Row row) {
      Source source = row.source();
      SourceState state = row.state();
      return new View(
          source.name(),
          source.integration(),
          source.url() != null,
          source.enabled(),
          state.state().name().toLowerCase(Locale.ROOT),
          state.lastReceivedAt(),
          state.lastSignalAt(),
          state.firing(),
          state.failure(),
          state.failingSince());
    }
  }

  @GET
  public Map<String, List<View>> all() {
    Rights.check(caller.actor(), Right.ADMINISTER, null);
    return Map.of("items", sources.all().stream().map(View::of).toList());
  }
}

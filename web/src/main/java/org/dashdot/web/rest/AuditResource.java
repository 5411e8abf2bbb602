package org.dashdot.web.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.dashdot.access.AuditChain;
import org.dashdot.access.AuditEntry;
import org.dashdot.access.AuditLog;
import org.dashdot.access.http.Caller;

/** Who did what, from where, when; for administrators. */
@Path("/v1/audit")
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {

  @Inject AuditLog log;
  @Inject AuditChain chain;
  @Inject Caller caller;

  /**
   * One thing that was done.
   *
   * @param position its place in the chain; null for what was done in the last moment
   */
  public record View(
      long id,
      Long position,
      Instant at,
      String actor,
      String origin,
      String action,
      String subject,
      String detail) {

    static View of(AuditEntry e) {
      return new View(
          e.id(),
          e.chainPosition(),
          e.at(),
          e.actor(),
          e.origin(),
          e.action(),
          e.subject(),
          e.detail());
    }
  }

  /**
   * The newest first.
   *
   * @param next what to give as {@code before} for the older ones; null when there are none
   */
  public record Views(List<View> items, Long next) {}

  @GET
  public Views find(
      @QueryParam("q") String text,
      @QueryParam("before") Long before,
      @QueryParam("limit") @DefaultValue("100") int limit) {
    List<View> found =
        log.find(text, before, limit, caller.actor()).stream().map(View::of).toList();
    boolean more = found.size() >= Math.max(limit, 1);
    return new Views(found, more ? found.get(found.size() - 1).id() : null);
  }

  /** Looks through the whole chain. */
  @GET
  @Path("/verify")
  public AuditChain.Verdict verify() {
    return chain.verify(caller.actor());
  }
}

package org.dashdot.web.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.dashdot.access.http.Caller;
import org.dashdot.search.Everywhere;
import org.dashdot.ticket.TicketNumber;
import org.dashdot.ticket.TicketRow;

/** One question to everything that can be looked for. */
@Path("/v1/search")
@Produces(MediaType.APPLICATION_JSON)
public class SearchResource {

  @Inject Everywhere everywhere;
  @Inject Caller caller;

  /**
   * What was found.
   *
   * @param ticket the number that the question is, if there is such a ticket; else null
   * @param next the cursor with which {@code GET tickets} goes on; null when these are all
   */
  public record View(
      Long ticket,
      List<TicketRow> tickets,
      String next,
      List<Who> people,
      List<Thing> things,
      List<CheckFound> checks) {}

  /** A person and the newest tickets that are theirs and not closed. */
  public record Who(String login, String name, List<TicketRow> open) {}

  /** A host, service or device. */
  public record Thing(String kind, String name) {}

  /** A check. */
  public record CheckFound(String name, String summary, boolean enabled) {}

  @GET
  public View find(@QueryParam("q") String text) {
    Everywhere.Found found = everywhere.find(text, caller.actor());
    return new View(
        everywhere.ticket(text, caller.actor()).map(TicketNumber::value).orElse(null),
        found.tickets().items(),
        found.tickets().next(),
        found.people().stream()
            .map(who -> new Who(who.login(), who.name(), who.open().items()))
            .toList(),
        found.things().stream().map(node -> new Thing(node.kind().word(), node.name())).toList(),
        found.checks().stream()
            .map(c -> new CheckFound(c.name(), c.check().summary(), c.enabled()))
            .toList());
  }
}

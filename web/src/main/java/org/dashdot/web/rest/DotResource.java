package org.dashdot.web.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.dashdot.access.http.Caller;
import org.dashdot.ticket.Dot;
import org.dashdot.ticket.DotReader;

/** The state of everything in one small object, and as a stream of its changes. */
@Path("/v1/dot")
public class DotResource {

  @Inject DotReader dots;
  @Inject DotStream stream;
  @Inject Caller caller;

  /** The dot; {@code blind} names what it cannot see, {@code notes} what else one should know. */
  public record View(
      String look,
      List<String> blind,
      List<String> notes,
      int high,
      int low,
      int unassigned,
      int overdue,
      int waiting,
      List<String> onDuty,
      Instant asOf) {

    static View of(Dot dot, List<String> onDuty) {
      return new View(
          dot.look().name().toLowerCase(Locale.ROOT),
          dot.blind(),
          dot.notes(),
          dot.high(),
          dot.low(),
          dot.unassigned(),
          dot.overdue(),
          dot.waiting(),
          onDuty,
          dot.asOf());
    }
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public View dot() {
    caller.actor();
    return View.of(dots.now(), dots.onDuty());
  }

  @GET
  @Path("/events")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public void events(@Context SseEventSink sink, @Context Sse sse) {
    stream.add(sink, sse, caller.actor().personId());
  }
}

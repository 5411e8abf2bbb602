package org.dashdot.web.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.dashdot.access.http.Caller;
import org.dashdot.dot.Cell;
import org.dashdot.dot.DotPicture;
import org.dashdot.dot.DotPictures;
import org.dashdot.dot.Mote;
import org.dashdot.dot.Scope;
import org.dashdot.skin.Skins;
import org.dashdot.ticket.Dot;

/** The state of everything in one small object, and as a stream of its changes. */
@Path("/v1/dot")
public class DotResource {

  @Inject DotPictures pictures;
  @Inject Skins skins;
  @Inject DotStream stream;
  @Inject Caller caller;

  /** What was reported anew, as {@link DotPicture.Tick}. */
  public record Tick(Instant begin, String severity, long times) {}

  /**
   * The dot; {@code blind} names what it cannot see, {@code notes} what else one should know; the
   * rest is what is drawn around it, as in {@link DotPicture}.
   */
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
      Instant asOf,
      int muted,
      List<Cell> ring,
      List<Mote> motes,
      List<Tick> rim,
      Double activity,
      Double utilisation,
      String skin) {

    static View of(DotPicture picture, String skin) {
      Dot dot = picture.dot();
      return new View(
          dot.look().name().toLowerCase(Locale.ROOT),
          dot.blind(),
          dot.notes(),
          dot.high(),
          dot.low(),
          dot.unassigned(),
          dot.overdue(),
          dot.waiting(),
          picture.onDuty(),
          dot.asOf(),
          picture.muted(),
          picture.ring(),
          picture.motes(),
          picture.rim().stream()
              .map(tick -> new Tick(tick.begin(), tick.severity().word(), tick.times()))
              .toList(),
          picture.activity(),
          picture.utilisation(),
          skin);
    }
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public View dot(@QueryParam("in") String in) {
    caller.looker();
    return View.of(pictures.now(Scope.read(in)), skins.stamp());
  }

  /**
   * What anybody may see where that is switched on: no name, no number of a ticket.
   *
   * @param unseen how much cannot be seen; with any of it the dot is never plain green
   */
  public record Look(String look, int unseen) {}

  @GET
  @Path("/look")
  @Produces(MediaType.APPLICATION_JSON)
  public Look look() {
    Dot dot = pictures.disc();
    return new Look(dot.look().name().toLowerCase(Locale.ROOT), dot.blind().size());
  }

  @GET
  @Path("/events")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public void events(@Context SseEventSink sink, @Context Sse sse) {
    caller.looker();
    stream.add(sink, sse, caller.pass());
  }
}

package org.dashdot.web.rest;

import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dashdot.access.Actor;
import org.dashdot.access.http.Caller;
import org.dashdot.imperfection.Matcher;
import org.dashdot.imperfection.Matchers;
import org.dashdot.imperfection.SuppressionWindow;
import org.dashdot.shared.InvalidInput;
import org.dashdot.signal.JsonInput;
import org.dashdot.signal.Labels;
import org.dashdot.ticket.SuppressionDesk;

/** Silences as amtool and Grafana know them (Alertmanager API v2, openapi.yaml of release 0.25). */
@Path("/v2")
@Produces(MediaType.APPLICATION_JSON)
public class AlertmanagerSilences {

  private static final int MOST = 1000;

  @Inject SuppressionDesk desk;
  @Inject Caller caller;
  @Inject Clock clock;

  /** Those that one of the asked conditions names, all without any. */
  @GET
  @Path("/silences")
  public List<Map<String, Object>> all(@QueryParam("filter") List<String> filter) {
    List<Matcher> asked = filter.stream().flatMap(text -> Matchers.read(text).stream()).toList();
    return desk.list(MOST, caller.actor()).stream()
        .filter(window -> asked.stream().allMatch(m -> named(window, m)))
        .map(this::view)
        .toList();
  }

  /** As Alertmanager filters: the silence's own matchers are taken for labels. */
  private static boolean named(SuppressionWindow window, Matcher asked) {
    Map<String, String> labels = new LinkedHashMap<>();
    window.matchers().all().forEach(m -> labels.put(m.name(), m.value()));
    return asked.matches(Labels.of(labels));
  }

  @GET
  @Path("/silence/{id}")
  public Map<String, Object> one(@PathParam("id") String id) {
    return view(desk.byUuid(id, caller.actor()));
  }

  /** One with an id takes the place of the one that had it. */
  @POST
  @Path("/silences")
  @Consumes(MediaType.WILDCARD)
  public Map<String, String> open(InputStream body) throws IOException {
    Actor actor = caller.actor();
    JsonObject wished = JsonBody.read(body);
    if (!(wished.get("matchers") instanceof JsonArray matchers)) {
      throw new InvalidInput("matchers", "'matchers' is missing or not a list.");
    }
    SuppressionDesk.Wish wish =
        new SuppressionDesk.Wish(
            SuppressionWindow.Kind.SILENCE,
            Matchers.from(matchers),
            JsonInput.time(wished, "startsAt"),
            JsonInput.time(wished, "endsAt"),
            JsonBody.text(wished, "comment"));
    String former = JsonBody.text(wished, "id");
    SuppressionWindow window =
        former == null || former.isEmpty()
            ? desk.open(wish, actor)
            : desk.replace(former, wish, actor);
    return Map.of("silenceID", window.uuid());
  }

  @DELETE
  @Path("/silence/{id}")
  public Response expire(@PathParam("id") String id) {
    desk.expire(id, caller.actor());
    return Response.ok().build();
  }

  private Map<String, Object> view(SuppressionWindow window) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("id", window.uuid());
    view.put(
        "status", Map.of("state", window.state(clock.instant()).name().toLowerCase(Locale.ROOT)));
    view.put("updatedAt", window.changedAt().toString());
    view.put("comment", window.reason());
    view.put("createdBy", window.author());
    view.put("startsAt", window.startsAt().toString());
    view.put("endsAt", window.endsAt().toString());
    view.put(
        "matchers",
        window.matchers().all().stream()
            .map(
                m ->
                    Map.of(
                        "name", m.name(),
                        "value", m.value(),
                        "isRegex", m.regex(),
                        "isEqual", m.equal()))
            .toList());
    return view;
  }
}

package org.dashdot.web.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dashdot.access.http.Caller;
import org.dashdot.imperfection.Matcher;
import org.dashdot.imperfection.Matchers;
import org.dashdot.ticket.BurningReader;

/**
 * An Alertmanager (its API v2, openapi.yaml of release 0.25): a place to push alerts to, and what
 * amtool and Grafana read of them.
 */
@Path("/v2")
@Produces(MediaType.APPLICATION_JSON)
public class AlertmanagerResource {

  private static final int MOST = 10_000;
  private static final Map<String, String> RECEIVER = Map.of("name", "dash-dot");

  @Inject Pushes pushes;
  @Inject BurningReader burning;
  @Inject Caller caller;

  @POST
  @Path("/alerts")
  @Consumes(MediaType.WILDCARD)
  public Response push(InputStream body, @Context HttpHeaders headers, @Context UriInfo uri)
      throws IOException {
    pushes.push("prometheus", "", body, headers, uri, caller.actor());
    return Response.ok(Map.of()).build();
  }

  @GET
  @Path("/alerts")
  public List<Map<String, Object>> alerts(
      @QueryParam("active") @DefaultValue("true") boolean active,
      @QueryParam("silenced") @DefaultValue("true") boolean silenced,
      @QueryParam("inhibited") @DefaultValue("true") boolean inhibited,
      @QueryParam("filter") List<String> filter) {
    return rows(filter).stream()
        .filter(row -> row.suppressed() || active)
        .filter(row -> row.silencedBy().isEmpty() || silenced)
        .filter(row -> row.inhibitedBy().isEmpty() || inhibited)
        .map(AlertmanagerResource::alert)
        .toList();
  }

  /** One group for each name of an alert: tickets are grouped by more, and stand in /api/v1. */
  @GET
  @Path("/alerts/groups")
  public List<Map<String, Object>> groups(@QueryParam("filter") List<String> filter) {
    Map<String, List<Map<String, Object>>> byName = new LinkedHashMap<>();
    rows(filter)
        .forEach(
            row ->
                byName
                    .computeIfAbsent(row.imperfection().name(), n -> new java.util.ArrayList<>())
                    .add(alert(row)));
    return byName.entrySet().stream()
        .map(
            group ->
                Map.<String, Object>of(
                    "labels",
                    Map.of("alertname", group.getKey()),
                    "receiver",
                    RECEIVER,
                    "alerts",
                    group.getValue()))
        .toList();
  }

  private List<BurningReader.Row> rows(List<String> filter) {
    List<Matcher> asked = filter.stream().flatMap(text -> Matchers.read(text).stream()).toList();
    return burning.burning(
        labels -> asked.stream().allMatch(m -> m.matches(labels)), MOST, caller.actor());
  }

  private static Map<String, Object> alert(BurningReader.Row row) {
    var imperfection = row.imperfection();
    Map<String, Object> alert = new LinkedHashMap<>();
    alert.put("labels", imperfection.labels().values());
    alert.put("annotations", imperfection.annotations().values());
    alert.put("startsAt", imperfection.startsAt().toString());
    alert.put("endsAt", end(imperfection.expiresAt()));
    alert.put("updatedAt", imperfection.lastSeenAt().toString());
    alert.put("fingerprint", imperfection.fingerprint().substring(0, 16));
    alert.put("generatorURL", or(imperfection.generatorUrl(), ""));
    alert.put("receivers", List.of(RECEIVER));
    alert.put(
        "status",
        Map.of(
            "state", row.suppressed() ? "suppressed" : "active",
            "silencedBy", row.silencedBy(),
            "inhibitedBy", row.inhibitedBy()));
    return alert;
  }

  /** Whoever asks expects an end; what never expires by itself ends some time after now. */
  private static String end(Instant expiresAt) {
    return or(expiresAt, Instant.now().plusSeconds(300)).toString();
  }

  private static <T> T or(T value, T otherwise) {
    return value == null ? otherwise : value;
  }

  @GET
  @Path("/receivers")
  public List<Map<String, String>> receivers() {
    caller.actor();
    return List.of(RECEIVER);
  }

  /** Enough for a client that asks whom it talks to. */
  @GET
  @Path("/status")
  public Map<String, Object> status() {
    caller.actor();
    return Map.of(
        "cluster",
        Map.of("status", "disabled", "peers", List.of()),
        "versionInfo",
        Map.of(
            "version", "dash-dot",
            "revision", "",
            "branch", "",
            "buildUser", "",
            "buildDate", "",
            "goVersion", ""),
        "config",
        Map.of("original", "# dash-dot routes by decision tables: see its portal\n"),
        "uptime",
        Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime()).toString());
  }
}

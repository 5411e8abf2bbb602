package org.dashdot.web.rest;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dashdot.access.http.Caller;
import org.dashdot.shared.InvalidInput;
import org.dashdot.signal.Labels;
import org.dashdot.ticket.DecisionTables.Kind;
import org.dashdot.ticket.TableDesk;

/** The decision tables: how urgent a ticket is, and whose. */
@Path("/v1/tables")
@Produces(MediaType.APPLICATION_JSON)
public class TablesResource {

  private static final int LARGEST = 1 << 20;

  @Inject TableDesk desk;
  @Inject Caller caller;

  /** A version that was saved. */
  public record Version(int version, String remark, String author, Instant createdAt) {}

  /**
   * A table.
   *
   * @param active the number of the version in force; 0 is the one that comes with the product
   */
  public record View(String name, int active, List<Version> versions) {

    static View of(TableDesk.View table) {
      return new View(
          table.kind().key(),
          table.number(),
          table.versions().stream()
              .map(v -> new Version(v.number(), v.remark(), v.author(), v.createdAt()))
              .toList());
    }
  }

  @GET
  public Map<String, List<View>> all() {
    return Map.of(
        "items",
        Arrays.stream(Kind.values())
            .map(kind -> View.of(desk.view(kind, caller.actor())))
            .toList());
  }

  /**
   * The DMN document.
   *
   * @param version null for the one in force
   */
  @GET
  @Path("/{name}")
  @Produces(MediaType.APPLICATION_XML)
  public String document(@PathParam("name") String name, @QueryParam("version") Integer version) {
    Kind kind = Kind.of(name);
    return version == null
        ? desk.view(kind, caller.actor()).document()
        : desk.document(kind, version, caller.actor());
  }

  /**
   * Saves a version and puts it in force.
   *
   * @param basedOn the version that was changed
   */
  @PUT
  @Path("/{name}")
  @Consumes(MediaType.WILDCARD)
  public Map<String, Integer> save(
      @PathParam("name") String name,
      @QueryParam("basedOn") Integer basedOn,
      @QueryParam("remark") String remark,
      InputStream body)
      throws IOException {
    if (basedOn == null) {
      throw new InvalidInput("basedOn", "Say which version you changed: ?basedOn=0");
    }
    String document = new String(Bodies.read(body, LARGEST), StandardCharsets.UTF_8);
    int version = desk.save(Kind.of(name), document, basedOn, remark, caller.actor());
    return Map.of("version", version);
  }

  /** Puts an older version in force again. */
  @PUT
  @Path("/{name}/active")
  @Consumes(MediaType.WILDCARD)
  public Map<String, Integer> activate(@PathParam("name") String name, InputStream body)
      throws IOException {
    JsonObject wish = JsonBody.read(body);
    int version = wish.getInt("version", -1);
    if (version < 0) {
      throw new InvalidInput("version", "'version' must be a number; 0 is the shipped one.");
    }
    desk.activate(Kind.of(name), version, caller.actor());
    return Map.of("version", version);
  }

  /** What would happen to a ticket with such labels; by default one that opens now. */
  @POST
  @Path("/dry-run")
  @Consumes(MediaType.WILDCARD)
  public TableDesk.Trial dryRun(
      @QueryParam("members") @DefaultValue("1") int members,
      @QueryParam("flapping") boolean flapping,
      @QueryParam("hour") Integer hour,
      InputStream body)
      throws IOException {
    JsonObject asked = JsonBody.read(body);
    Map<String, String> labels = new TreeMap<>();
    asked.forEach(
        (label, value) -> {
          if (!(value instanceof JsonString text)) {
            throw new InvalidInput(label, "A label's value is a text.");
          }
          labels.put(label, text.getString());
        });
    return desk.attempt(
        new TableDesk.Case(Labels.of(labels), members, flapping, hour), Map.of(), caller.actor());
  }
}

package org.dashdot.integration;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dashdot.shared.Jsons;
import org.dashdot.signal.JsonInput;
import org.dashdot.signal.SourceUnreachable;

/**
 * Documents by time, page by page, as of one moment: a point in time ({@code _pit} of
 * Elasticsearch, {@code _search/point_in_time} of OpenSearch) and {@code search_after}.
 */
final class SearchPages {

  private static final Logger LOG = System.getLogger(SearchPages.class.getName());
  private static final int PAGE = 500;
  private static final int MOST_PAGES = 20;
  private static final String KEPT = "1m";
  private static final byte[] NOTHING = {};

  private final SearchServer server;
  private final NewDocuments.Wanted wanted;

  SearchPages(SearchServer server, NewDocuments.Wanted wanted) {
    this.server = server;
    this.wanted = wanted;
  }

  /**
   * What was read.
   *
   * @param whole whether there is no more
   * @param last the time of the last one that was looked at, known or not; null for none
   * @param refused why nothing could be read; null when it could
   */
  record Read(
      List<NewDocuments.Document> documents,
      boolean whole,
      Instant last,
      String refused,
      boolean busy) {

    static Read refused(String why, boolean busy) {
      return new Read(List.of(), false, null, why, busy);
    }
  }

  /** A moment that the server keeps for us. */
  private record Moment(String id, boolean elastic) {}

  Read read(Instant from, Instant to, Set<String> known) {
    SearchServer.Reply opened =
        server.ask("POST", "/" + SearchServer.inPath(wanted.index()) + "/_pit" + kept(), NOTHING);
    boolean elastic = !opened.reason().startsWith("no handler found");
    if (!elastic) {
      String path = "/" + SearchServer.inPath(wanted.index()) + "/_search/point_in_time";
      opened = server.ask("POST", path + kept(), NOTHING);
    }
    // OpenSearch stumbles over a pattern that no index matches, instead of saying so.
    boolean none = opened.reason().startsWith("invalid id: [null]") || opened.status() == 404;
    if (none || opened.fine() && shards(opened.body()) == 0) {
      return wanted.mayBeMissing()
          ? new Read(List.of(), true, null, null, false)
          : Read.refused("no index matches " + wanted.index(), false);
    }
    if (!opened.fine()) {
      return Read.refused(opened.reason(), opened.busy());
    }
    String id = JsonInput.text(opened.body(), elastic ? "id" : "pit_id");
    Moment moment = new Moment(String.valueOf(id), elastic);
    try {
      return pages(moment, from, to, known);
    } finally {
      close(moment);
    }
  }

  private static String kept() {
    return "?keep_alive=" + KEPT;
  }

  private static int shards(JsonObject answer) {
    return answer.get("_shards") instanceof JsonObject shards ? shards.getInt("total", 1) : 1;
  }

  private Read pages(Moment moment, Instant from, Instant to, Set<String> known) {
    List<NewDocuments.Document> found = new ArrayList<>();
    JsonValue after = null;
    Instant last = null;
    for (int page = 0; page < MOST_PAGES; page++) {
      SearchServer.Reply reply = server.ask("POST", path(), body(moment, from, to, after));
      if (!reply.fine() || reply.body().getBoolean("timed_out", false)) {
        return Read.refused(
            reply.fine() ? "it takes too long to search" : reply.reason(), reply.busy());
      }
      List<JsonObject> hits = hits(reply.body());
      for (JsonObject hit : hits) {
        after = hit.get("sort");
        last = time(hit);
        NewDocuments.Document document = document(hit, last);
        if (!known.contains(document.id())) {
          found.add(document);
        }
      }
      if (hits.size() < PAGE) {
        return new Read(found, true, last, null, false);
      }
      if (server.left().toMillis() < 2_000) {
        break;
      }
    }
    return new Read(found, false, last, null, false);
  }

  private static String path() {
    return "/_search?allow_partial_search_results=false";
  }

  private static List<JsonObject> hits(JsonObject answer) {
    return answer.get("hits") instanceof JsonObject hits && hits.get("hits") instanceof JsonArray a
        ? a.stream().filter(h -> h instanceof JsonObject).map(JsonValue::asJsonObject).toList()
        : List.of();
  }

  private static NewDocuments.Document document(JsonObject hit, Instant at) {
    JsonObject source =
        hit.get("_source") instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
    String index = String.valueOf(JsonInput.text(hit, "_index"));
    return new NewDocuments.Document(index + "/" + JsonInput.text(hit, "_id"), at, source);
  }

  private static Instant time(JsonObject hit) {
    return hit.get("sort") instanceof JsonArray sort
            && !sort.isEmpty()
            && sort.get(0) instanceof JsonNumber millis
        ? Instant.ofEpochMilli(millis.longValue())
        : Instant.EPOCH;
  }

  private byte[] body(Moment moment, Instant from, Instant to, JsonValue after) {
    JsonObjectBuilder body =
        Jsons.JSON
            .createObjectBuilder()
            .add("size", PAGE)
            .add("track_total_hits", false)
            .add("timeout", server.patience())
            .add(
                "pit",
                Jsons.JSON.createObjectBuilder().add("id", moment.id()).add("keep_alive", KEPT))
            .add("query", SearchBody.within(wanted.query(), wanted.timeField(), from, to))
            .add("sort", sort(moment));
    if (!wanted.fields().isEmpty()) {
      JsonArrayBuilder fields = Jsons.JSON.createArrayBuilder();
      wanted.fields().forEach(fields::add);
      body.add("_source", fields);
    }
    if (after != null) {
      body.add("search_after", after);
    }
    return bytes(body.build());
  }

  /** Elasticsearch adds {@code _shard_doc} itself; OpenSearch 2 knows no such tie-breaker. */
  private JsonArrayBuilder sort(Moment moment) {
    JsonArrayBuilder sort =
        Jsons.JSON
            .createArrayBuilder()
            .add(
                Jsons.JSON
                    .createObjectBuilder()
                    .add(
                        wanted.timeField(),
                        Jsons.JSON
                            .createObjectBuilder()
                            .add("order", "asc")
                            .add("unmapped_type", "date")
                            .add("numeric_type", "date")));
    return moment.elastic() ? sort : sort.add(Jsons.JSON.createObjectBuilder().add("_id", "asc"));
  }

  /**
   * Frees it. What is not freed ends by itself after a minute, so that its failure costs nothing.
   */
  private void close(Moment moment) {
    try {
      free(moment);
    } catch (SourceUnreachable e) {
      LOG.log(Level.DEBUG, "A point in time could not be freed", e);
    }
  }

  private void free(Moment moment) {
    JsonString id = Jsons.JSON.createValue(moment.id());
    JsonObjectBuilder body = Jsons.JSON.createObjectBuilder();
    if (moment.elastic()) {
      server.ask("DELETE", "/_pit", bytes(body.add("id", id).build()));
    } else {
      JsonArrayBuilder ids = Jsons.JSON.createArrayBuilder().add(id);
      server.ask("DELETE", "/_search/point_in_time", bytes(body.add("pit_id", ids).build()));
    }
  }

  private static byte[] bytes(JsonObject body) {
    return body.toString().getBytes(StandardCharsets.UTF_8);
  }
}

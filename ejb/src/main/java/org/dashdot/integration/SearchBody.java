package org.dashdot.integration;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;

/** Parts of a search's body (query DSL). */
public final class SearchBody {

  private SearchBody() {}

  /**
   * A query as people write it: a text is a Lucene query string, an object is query DSL.
   *
   * @return null for everything
   */
  public static JsonObject query(JsonValue written) {
    if (written instanceof JsonString text && !text.getString().isBlank()) {
      return Json.createObjectBuilder()
          .add("query_string", Json.createObjectBuilder().add("query", text.getString()))
          .build();
    }
    return written instanceof JsonObject object ? object : null;
  }

  /**
   * What is of a span of time, its end excluded.
   *
   * @param query null for everything
   */
  public static JsonObject within(JsonObject query, String timeField, Instant from, Instant to) {
    JsonArrayBuilder filters = Json.createArrayBuilder();
    if (query != null) {
      filters.add(query);
    }
    return Json.createObjectBuilder()
        .add(
            "bool",
            Json.createObjectBuilder().add("filter", filters.add(span(timeField, from, to))))
        .build();
  }

  public static JsonObjectBuilder span(String timeField, Instant from, Instant to) {
    return Json.createObjectBuilder()
        .add(
            "range",
            Json.createObjectBuilder()
                .add(
                    timeField,
                    Json.createObjectBuilder()
                        .add("gte", from.toEpochMilli())
                        .add("lt", to.toEpochMilli())
                        .add("format", "epoch_millis")));
  }
}

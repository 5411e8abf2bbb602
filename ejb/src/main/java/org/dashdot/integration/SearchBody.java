package org.dashdot.integration;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import org.dashdot.shared.Jsons;

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
      return Jsons.JSON
          .createObjectBuilder()
          .add("query_string", Jsons.JSON.createObjectBuilder().add("query", text.getString()))
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
    JsonArrayBuilder filters = Jsons.JSON.createArrayBuilder();
    if (query != null) {
      filters.add(query);
    }
    return Jsons.JSON
        .createObjectBuilder()
        .add(
            "bool",
            Jsons.JSON.createObjectBuilder().add("filter", filters.add(span(timeField, from, to))))
        .build();
  }

  public static JsonObjectBuilder span(String timeField, Instant from, Instant to) {
    return Jsons.JSON
        .createObjectBuilder()
        .add(
            "range",
            Jsons.JSON
                .createObjectBuilder()
                .add(
                    timeField,
                    Jsons.JSON
                        .createObjectBuilder()
                        .add("gte", from.toEpochMilli())
                        .add("lt", to.toEpochMilli())
                        .add("format", "epoch_millis")));
  }
}

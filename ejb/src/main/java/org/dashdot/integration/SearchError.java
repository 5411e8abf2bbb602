package org.dashdot.integration;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

/** Why an Elasticsearch or OpenSearch refused, in its own words, as short as can be. */
final class SearchError {

  private static final int LONGEST = 400;
  private static final int DEEPEST = 10;

  private SearchError() {}

  static String in(JsonObject answer, int status) {
    JsonValue error = answer.get("error");
    String said =
        error instanceof JsonString text
            ? text.getString()
            : error instanceof JsonObject object ? said(object) : "";
    if (said.isEmpty()) {
      return "status " + status;
    }
    return said.length() <= LONGEST ? said : said.substring(0, LONGEST) + "\u2026";
  }

  /** The first cause and, where it says more, the last: "Failed to parse query": at which word. */
  private static String said(JsonObject error) {
    JsonObject first = error;
    if (error.get("root_cause") instanceof JsonArray causes
        && !causes.isEmpty()
        && causes.get(0) instanceof JsonObject cause) {
      first = cause;
    }
    String outer = firstLine(first);
    String inner = firstLine(deepest(error));
    return inner.isEmpty() || inner.equals(outer) || outer.contains(inner)
        ? outer
        : outer + ": " + inner;
  }

  private static JsonObject deepest(JsonObject error) {
    JsonObject at = error;
    if (error.get("failed_shards") instanceof JsonArray shards
        && !shards.isEmpty()
        && shards.get(0) instanceof JsonObject shard
        && shard.get("reason") instanceof JsonObject reason) {
      at = reason;
    }
    for (int i = 0; i < DEEPEST && at.get("caused_by") instanceof JsonObject cause; i++) {
      at = cause;
    }
    return at;
  }

  private static String firstLine(JsonObject error) {
    return error.get("reason") instanceof JsonString reason
        ? reason.getString().lines().findFirst().orElse("").strip().replaceFirst("\\.$", "")
        : "";
  }
}

package org.dashdot.integration.elasticsearch;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.dashdot.integration.SearchBody;
import org.dashdot.integration.SearchServer;
import org.dashdot.shared.Jsons;
import org.dashdot.signal.Undecodable;

/** A saved search as the server understands it, and what it answers. */
final class SearchAsked {

  private static final int MOST_GROUPS = 1_000;
  private static final int MOST_KNOWN = 10_000;

  private SearchAsked() {}

  /**
   * How often, by the value of the field that tells apart; where there is none, by an empty text.
   *
   * @param least what is not listed occurs at most so often; zero when all are listed
   * @param known values that occurred before, of those that ask for new ones
   */
  record Counts(Map<String, Double> values, double least, Set<String> known) {

    /** Nothing was found. */
    static Counts none(SavedSearch search) {
      boolean one = search.kind() == SavedSearch.Kind.COUNT;
      return new Counts(one ? Map.of("", 0.0) : Map.of(), 0, Set.of());
    }
  }

  static SearchServer.Search body(SavedSearch search, Instant now) {
    Instant end = now.minus(search.late());
    Instant begin = end.minus(search.window());
    Instant from = search.history() == null ? begin : begin.minus(search.history());
    JsonObjectBuilder body =
        Jsons.JSON
            .createObjectBuilder()
            .add("size", 0)
            .add("track_total_hits", true)
            .add("query", SearchBody.within(search.query(), search.timeField(), from, end));
    switch (search.kind()) {
      case GROUPS -> body.add("aggs", terms("groups", search.by(), MOST_GROUPS));
      case NEW_TERMS ->
          body.add(
              "aggs",
              Jsons.JSON
                  .createObjectBuilder()
                  .add("window", within(search, begin, end, MOST_GROUPS))
                  .add("history", within(search, from, begin, MOST_KNOWN)));
      default -> {}
    }
    return new SearchServer.Search(search.index(), body.build());
  }

  private static JsonObjectBuilder within(SavedSearch search, Instant from, Instant to, int most) {
    return Jsons.JSON
        .createObjectBuilder()
        .add("filter", SearchBody.span(search.timeField(), from, to))
        .add("aggs", terms("groups", search.by(), most));
  }

  private static JsonObjectBuilder terms(String name, String field, int most) {
    return Jsons.JSON
        .createObjectBuilder()
        .add(
            name,
            Jsons.JSON
                .createObjectBuilder()
                .add(
                    "terms",
                    Jsons.JSON.createObjectBuilder().add("field", field).add("size", most)));
  }

  /**
   * @throws Undecodable when the answer is not whole, or says less than was asked
   */
  static Counts counts(SavedSearch search, JsonObject answer) {
    if (answer.getBoolean("timed_out", false)) {
      throw new Undecodable("it takes too long to search; narrow it.");
    }
    if (!search.mayBeMissing() && object(answer, "_shards").getInt("total", 1) == 0) {
      throw new Undecodable(
          "no index matches " + search.index() + "; correct 'index', or set 'mayBeMissing': true.");
    }
    return switch (search.kind()) {
      case GROUPS -> groups(object(answer, "aggregations", "groups"));
      case NEW_TERMS -> newTerms(search, answer);
      default -> new Counts(Map.of("", total(answer)), 0, Set.of());
    };
  }

  private static double total(JsonObject answer) {
    if (object(answer, "hits", "total").get("value") instanceof JsonNumber value) {
      return value.doubleValue();
    }
    throw new Undecodable("the answer says no 'hits.total.value'.");
  }

  private static Counts groups(JsonObject terms) {
    Map<String, Double> values = buckets(terms);
    double least = values.values().stream().mapToDouble(v -> v).min().orElse(0);
    return new Counts(values, others(terms) > 0 ? least : 0, Set.of());
  }

  private static Counts newTerms(SavedSearch search, JsonObject answer) {
    JsonObject window = object(answer, "aggregations", "window", "groups");
    JsonObject history = object(answer, "aggregations", "history", "groups");
    if (others(window) > 0 || others(history) > 0) {
      throw new Undecodable(
          "'" + search.by() + "' has too many different values to tell the new ones; narrow it.");
    }
    Set<String> known = new HashSet<>(buckets(history).keySet());
    // Without any history everything would be new: the first day of an index is no imperfection.
    if (known.isEmpty()) {
      known.addAll(buckets(window).keySet());
    }
    return new Counts(buckets(window), 0, known);
  }

  private static long others(JsonObject terms) {
    return terms.get("sum_other_doc_count") instanceof JsonNumber n ? n.longValue() : 0;
  }

  private static Map<String, Double> buckets(JsonObject terms) {
    Map<String, Double> values = new LinkedHashMap<>();
    if (terms.get("buckets") instanceof JsonArray buckets) {
      for (JsonValue one : buckets) {
        if (one instanceof JsonObject bucket && bucket.get("doc_count") instanceof JsonNumber n) {
          values.put(key(bucket), n.doubleValue());
        }
      }
    }
    return values;
  }

  private static String key(JsonObject bucket) {
    JsonValue key = bucket.getOrDefault("key_as_string", bucket.get("key"));
    String text = key instanceof JsonString string ? string.getString() : String.valueOf(key);
    String clean = text.replace("\0", "");
    return clean.length() <= 200 ? clean : clean.substring(0, 200);
  }

  /** What an answer holds under these names; an empty object where an index is missing. */
  private static JsonObject object(JsonObject answer, String... path) {
    JsonObject at = answer;
    for (String name : path) {
      at = at.get(name) instanceof JsonObject inner ? inner : JsonValue.EMPTY_JSON_OBJECT;
    }
    return at;
  }
}

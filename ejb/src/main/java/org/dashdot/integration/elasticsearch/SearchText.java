package org.dashdot.integration.elasticsearch;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.dashdot.integration.SearchBody;
import org.dashdot.integration.elasticsearch.SavedSearch.Kind;
import org.dashdot.signal.JsonInput;
import org.dashdot.signal.Labels;
import org.dashdot.signal.Undecodable;

/**
 * Reads a saved search as it is written: a JSON object, whose members docs/integrations.md
 * explains. Whatever is wrong is refused by the member's name.
 */
final class SearchText {

  private static final Set<String> MEMBERS =
      Set.of(
          "name",
          "kind",
          "index",
          "query",
          "timeField",
          "window",
          "late",
          "by",
          "as",
          "history",
          "worse",
          "raise",
          "clear",
          "severity",
          "labels",
          "summary",
          "runbook",
          "mayBeMissing",
          "dataView");

  /** The fields that name hosts and services in the Elastic Common Schema have labels of ours. */
  private static final Map<String, String> KNOWN =
      Map.of(
          "host.name", "host",
          "host.hostname", "host",
          "agent.name", "host",
          "service.name", "service",
          "service.environment", "environment");

  private static final Set<String> SEVERITIES = Set.of("critical", "warning", "info", "none");
  private static final Duration LONGEST = Duration.ofDays(400);

  private final JsonObject text;

  private SearchText(JsonObject text) {
    this.text = text;
  }

  /**
   * @throws Undecodable when it is no search; says which member is wrong
   */
  static SavedSearch read(JsonObject text) {
    return new SearchText(text).search();
  }

  private SavedSearch search() {
    text.keySet().stream()
        .filter(member -> !MEMBERS.contains(member))
        .findFirst()
        .ifPresent(
            member -> {
              throw wrong(member, "is no member of a search");
            });
    Kind kind = kind();
    boolean grouped = kind == Kind.GROUPS || kind == Kind.NEW_TERMS;
    String by = grouped ? required("by") : null;
    boolean above = above(kind);
    double raise = kind == Kind.NEW_TERMS ? number("raise", 1.0) : levels(kind);
    double clear = number("clear", above ? raise : Math.nextUp(raise));
    if (above ? clear > raise : clear <= raise) {
      throw wrong("clear", "must lie on the better side of 'raise'");
    }
    return new SavedSearch(
        name(),
        kind,
        index(),
        query(),
        text.get("query") instanceof JsonString words ? words.getString() : null,
        text("timeField", "@timestamp"),
        duration("window", Duration.ofMinutes(5)),
        duration("late", Duration.ZERO),
        by,
        by == null ? null : as(by),
        kind == Kind.NEW_TERMS ? duration("history", Duration.ofDays(7)) : null,
        above,
        raise,
        clear,
        labels(),
        text("summary", null),
        text("runbook", null),
        flag("mayBeMissing"),
        text("dataView", null));
  }

  private String name() {
    String name = required("name");
    if (!name.matches("[a-zA-Z_][a-zA-Z0-9_]{0,99}")) {
      throw wrong("name", "is made of letters, digits and underscores");
    }
    return name;
  }

  private Kind kind() {
    return switch (text("kind", "count")) {
      case "count" -> Kind.COUNT;
      case "groups" -> Kind.GROUPS;
      case "new-terms" -> Kind.NEW_TERMS;
      case "lines" -> Kind.LINES;
      default -> throw wrong("kind", "is count, groups, new-terms or lines");
    };
  }

  private boolean above(Kind kind) {
    String worse = text("worse", "above");
    if (!worse.equals("above") && !worse.equals("below")) {
      throw wrong("worse", "is above or below");
    }
    if (worse.equals("below") && kind != Kind.COUNT) {
      throw wrong("worse", "can be below for kind count only: a group without hits is not listed");
    }
    return worse.equals("above");
  }

  /** Of lines, checks say what is an imperfection. */
  private double levels(Kind kind) {
    if (kind == Kind.LINES) {
      return 1;
    }
    if (!text.containsKey("raise")) {
      throw wrong("raise", "is needed: from so many hits on it is an imperfection");
    }
    return number("raise", 0);
  }

  private String index() {
    String index = required("index");
    if (!index.matches("[^\\s/\\\\?\"<>|#_+][^\\s/\\\\?\"<>|#]{0,999}")) {
      throw wrong("index", "is made of names and patterns of indices, separated by commas");
    }
    return index;
  }

  private JsonObject query() {
    JsonValue query = text.get("query");
    if (query != null && !(query instanceof JsonString) && !(query instanceof JsonObject)) {
      throw wrong("query", "is a text (Lucene query string) or an object (query DSL)");
    }
    return SearchBody.query(query);
  }

  private String as(String by) {
    String as = text("as", KNOWN.getOrDefault(by, by.replaceAll("[^a-zA-Z0-9_]", "_")));
    if (!as.matches("[a-zA-Z_][a-zA-Z0-9_]*")
        || Set.of("alertname", "source", "severity").contains(as)) {
      throw wrong("as", "must be a label of its own: letters, digits and underscores");
    }
    return as;
  }

  private Labels labels() {
    Map<String, String> labels = new TreeMap<>(JsonInput.texts(text, "labels").values());
    String severity = text("severity", "warning").toLowerCase(Locale.ROOT);
    if (!SEVERITIES.contains(severity)) {
      throw wrong("severity", "is critical, warning, info or none");
    }
    labels.put("severity", severity);
    return Labels.of(labels);
  }

  private String required(String member) {
    String value = text(member, "");
    if (value.isBlank()) {
      throw wrong(member, "is needed");
    }
    return value;
  }

  private String text(String member, String otherwise) {
    String value = JsonInput.text(text, member);
    return value == null ? otherwise : value.trim();
  }

  private double number(String member, double otherwise) {
    JsonValue value = text.get(member);
    if (value == null) {
      return otherwise;
    }
    if (!(value instanceof JsonNumber number) || !Double.isFinite(number.doubleValue())) {
      throw wrong(member, "must be a number");
    }
    return number.doubleValue();
  }

  private boolean flag(String member) {
    JsonValue value = text.getOrDefault(member, JsonValue.FALSE);
    if (value != JsonValue.TRUE && value != JsonValue.FALSE) {
      throw wrong(member, "is true or false");
    }
    return value == JsonValue.TRUE;
  }

  private Duration duration(String member, Duration otherwise) {
    String written = text(member, null);
    if (written == null) {
      return otherwise;
    }
    try {
      Duration duration = Duration.parse(written);
      if (duration.isNegative() || duration.compareTo(LONGEST) > 0) {
        throw wrong(member, "must lie between nothing and 400 days");
      }
      return duration;
    } catch (DateTimeException e) {
      throw new Undecodable("'" + member + "' is a duration such as PT5M or P7D.", e);
    }
  }

  private static Undecodable wrong(String member, String what) {
    return new Undecodable("'" + member + "' " + what + ".");
  }
}

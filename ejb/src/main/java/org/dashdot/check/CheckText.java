package org.dashdot.check;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.dashdot.shared.InvalidInput;
import org.dashdot.signal.Severity;

/**
 * Reads a check as it is written: a JSON object, whose members docs/checks.md explains. Whatever is
 * wrong is refused by the member's name.
 */
final class CheckText {

  private static final Set<String> MEMBERS =
      Set.of(
          "name",
          "integrations",
          "where",
          "severity",
          "labels",
          "by",
          "summary",
          "runbook",
          "metric",
          "worse",
          "raise",
          "clear",
          "for",
          "counter",
          "absent",
          "pattern",
          "application",
          "facility",
          "severest",
          "over",
          "quiet",
          "times",
          "within");

  private static final int LONGEST = 2_000;
  private static final Duration DAY = Duration.ofDays(1);

  private final JsonObject text;

  private CheckText(JsonObject text) {
    this.text = text;
  }

  /**
   * @throws InvalidInput naming the member at fault
   */
  static Check read(JsonObject text) {
    return new CheckText(text).check();
  }

  private Check check() {
    text.keySet().stream()
        .filter(member -> !MEMBERS.contains(member))
        .findFirst()
        .ifPresent(
            member -> {
              throw new InvalidInput(member, "A check has no member '" + member + "'.");
            });
    String name = required("name");
    if (!name.matches("[a-zA-Z][a-zA-Z0-9_]{0,99}")) {
      throw new InvalidInput("name", "A check's name is made of letters, digits and underscores.");
    }
    boolean metric = text.containsKey("metric");
    if (metric == text.containsKey("pattern")) {
      throw new InvalidInput(
          "metric", "A check has either a 'metric' or a 'pattern', and not both.");
    }
    MetricCondition values = metric ? values() : null;
    List<String> by = texts("by");
    if (by != null && metric && values.absent() == null) {
      throw new InvalidInput(
          "by", "'by' is for lines and for 'absent'; a level holds for each series by itself.");
    }
    return new Check(
        name,
        new Scope(Set.copyOf(orNone(texts("integrations"))), patterns("where")),
        values,
        metric ? null : lines(),
        by,
        severity(),
        labels(),
        required("summary"),
        runbook());
  }

  private MetricCondition values() {
    String metric = required("metric");
    Duration absent = duration("absent", null);
    if (absent != null) {
      if (text.containsKey("raise") || text.containsKey("clear") || text.containsKey("counter")) {
        throw new InvalidInput("absent", "A check has either 'absent' or levels.");
      }
      return new MetricCondition(metric, true, 0, 0, Duration.ZERO, false, absent);
    }
    boolean above =
        switch (word("worse", "above")) {
          case "above" -> true;
          case "below" -> false;
          default -> throw new InvalidInput("worse", "'worse' is above or below.");
        };
    double raise = number("raise");
    double clear = text.containsKey("clear") ? number("clear") : raise;
    if (above ? clear > raise : clear < raise) {
      throw new InvalidInput(
          "clear", "'clear' must be " + (above ? "at most" : "at least") + " as high as 'raise'.");
    }
    return new MetricCondition(
        metric, above, raise, clear, duration("for", Duration.ZERO), flag("counter"), null);
  }

  private LogCondition lines() {
    return new LogCondition(
        pattern("pattern", required("pattern")),
        text.containsKey("application") ? pattern("application", required("application")) : null,
        text.containsKey("facility") ? whole("facility", 0, 23) : null,
        text.containsKey("severest") ? whole("severest", 0, 7) : 7,
        text.containsKey("over") ? pattern("over", required("over")) : null,
        duration("quiet", Duration.ofMinutes(30)),
        text.containsKey("times") ? whole("times", 1, 1000) : 1,
        duration("within", Duration.ofMinutes(5)));
  }

  private Severity severity() {
    String word = word("severity", "warning");
    Severity severity = Severity.of(word);
    if (!severity.word().equals(word)) {
      throw new InvalidInput("severity", "'severity' is critical, warning, info or none.");
    }
    return severity;
  }

  private Map<String, String> labels() {
    Map<String, String> labels = new TreeMap<>();
    object("labels").forEach((name, value) -> labels.put(name, string("labels." + name, value)));
    return labels;
  }

  private Map<String, Pattern> patterns(String member) {
    Map<String, Pattern> patterns = new HashMap<>();
    object(member)
        .forEach(
            (name, value) -> {
              String where = member + "." + name;
              patterns.put(name, pattern(where, string(where, value)));
            });
    return patterns;
  }

  private String runbook() {
    String url = text.containsKey("runbook") ? required("runbook") : null;
    if (url != null && !url.matches("https?://\\S+")) {
      throw new InvalidInput("runbook", "'runbook' begins with http:// or https://.");
    }
    return url;
  }

  private static Pattern pattern(String member, String pattern) {
    try {
      return Pattern.compile(pattern);
    } catch (PatternSyntaxException e) {
      throw new InvalidInput(
          member, "'" + member + "' is no pattern (RE2 syntax): " + e.getMessage());
    }
  }

  private String required(String member) {
    JsonValue value = text.get(member);
    String found = value == null ? "" : string(member, value);
    if (found.isBlank()) {
      throw new InvalidInput(member, "'" + member + "' is missing.");
    }
    return found;
  }

  private String word(String member, String otherwise) {
    return text.containsKey(member) ? required(member).toLowerCase(Locale.ROOT) : otherwise;
  }

  private static String string(String member, JsonValue value) {
    if (!(value instanceof JsonString found)) {
      throw new InvalidInput(member, "'" + member + "' must be a text.");
    }
    if (found.getString().length() > LONGEST || found.getString().indexOf('\0') >= 0) {
      throw new InvalidInput(member, "'" + member + "' is longer than " + LONGEST + " characters.");
    }
    return found.getString();
  }

  private double number(String member) {
    if (!(text.get(member) instanceof JsonNumber number)
        || !Double.isFinite(number.doubleValue())) {
      throw new InvalidInput(member, "'" + member + "' must be a number.");
    }
    return number.doubleValue();
  }

  private int whole(String member, int least, int most) {
    if (text.get(member) instanceof JsonNumber number
        && number.isIntegral()
        && number.doubleValue() >= least
        && number.doubleValue() <= most) {
      return number.intValue();
    }
    throw new InvalidInput(
        member, "'" + member + "' must be a whole number from " + least + " to " + most + ".");
  }

  private boolean flag(String member) {
    JsonValue value = text.getOrDefault(member, JsonValue.FALSE);
    if (value != JsonValue.TRUE && value != JsonValue.FALSE) {
      throw new InvalidInput(member, "'" + member + "' must be true or false.");
    }
    return value == JsonValue.TRUE;
  }

  private Duration duration(String member, Duration otherwise) {
    if (!text.containsKey(member)) {
      return otherwise;
    }
    try {
      Duration duration = Duration.parse(required(member));
      if (duration.isNegative() || duration.compareTo(DAY) > 0) {
        throw new InvalidInput(member, "'" + member + "' is between PT0S and PT24H.");
      }
      return duration;
    } catch (DateTimeException e) {
      throw new InvalidInput(member, "'" + member + "' is a duration such as PT5M (ISO 8601).");
    }
  }

  private JsonObject object(String member) {
    JsonValue value = text.getOrDefault(member, JsonValue.EMPTY_JSON_OBJECT);
    if (value instanceof JsonObject object) {
      return object;
    }
    throw new InvalidInput(member, "'" + member + "' must be an object.");
  }

  private List<String> texts(String member) {
    if (!text.containsKey(member)) {
      return null;
    }
    if (!(text.get(member) instanceof JsonArray array)) {
      throw new InvalidInput(member, "'" + member + "' must be a list of texts.");
    }
    List<String> texts = new ArrayList<>();
    array.forEach(value -> texts.add(string(member, value)));
    return texts;
  }

  private static List<String> orNone(List<String> texts) {
    return texts == null ? List.of() : texts;
  }
}

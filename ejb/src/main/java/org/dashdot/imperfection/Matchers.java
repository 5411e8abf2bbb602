package org.dashdot.imperfection;

import com.google.re2j.Pattern;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.dashdot.shared.InvalidInput;
import org.dashdot.shared.Jsons;
import org.dashdot.signal.Labels;

/** Conditions on labels that must all hold. */
public record Matchers(List<Matcher> all) {

  private static final int MOST = 50;

  /** {@code name="value"}, {@code name=~"pattern"} and so on; the quotes may be missing. */
  private static final Pattern WRITTEN =
      Pattern.compile(
          "\\s*([a-zA-Z_][a-zA-Z0-9_.\\-]*)\\s*(=~|!~|!=|=)\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\",]*))\\s*");

  /**
   * @throws InvalidInput naming {@code matchers} when they would match everything or are too many
   */
  public Matchers {
    all = List.copyOf(all);
    if (all.isEmpty() || all.stream().allMatch(Matcher::matchesEmpty)) {
      throw new InvalidInput(
          "matchers", "At least one matcher must ask for a label, or everything would match.");
    }
    if (all.size() > MOST) {
      throw new InvalidInput("matchers", "There are more than " + MOST + " matchers.");
    }
  }

  public boolean match(Labels labels) {
    return all.stream().allMatch(matcher -> matcher.matches(labels));
  }

  /**
   * What people write, separated by commas or line ends, and not all of it empty.
   *
   * @throws InvalidInput naming {@code matchers}, with the place that makes no sense
   */
  public static Matchers written(String text) {
    return new Matchers(read(text));
  }

  /**
   * Reads what people write; none is no fault.
   *
   * @throws InvalidInput naming {@code matchers}, with the place that makes no sense
   */
  public static List<Matcher> read(String text) {
    List<Matcher> all = new ArrayList<>();
    String rest = text == null ? "" : text.trim();
    com.google.re2j.Matcher found = WRITTEN.matcher(rest);
    int from = 0;
    while (from < rest.length()) {
      if (!found.find(from) || found.start() != from) {
        throw new InvalidInput(
            "matchers", "This is no matcher like host=\"web-1\": " + rest.substring(from));
      }
      String value = found.group(3) == null ? found.group(4).trim() : unquoted(found.group(3));
      String operator = found.group(2);
      all.add(
          new Matcher(found.group(1), value, operator.endsWith("~"), !operator.startsWith("!")));
      from = found.end();
      if (from < rest.length() && rest.charAt(from) == ',') {
        from++;
      } else if (from < rest.length() && rest.charAt(from - 1) != '\n') {
        throw new InvalidInput(
            "matchers", "Between matchers stands a comma; here stands: " + rest.substring(from));
      }
    }
    return all;
  }

  private static String unquoted(String text) {
    return text.replace("\\\"", "\"").replace("\\\\", "\\");
  }

  /**
   * @throws InvalidInput naming {@code matchers} when one makes no sense
   */
  public static Matchers from(JsonArray array) {
    List<Matcher> all = new ArrayList<>();
    for (JsonValue value : array) {
      if (!(value instanceof JsonObject object)) {
        throw new InvalidInput("matchers", "Each matcher must be an object.");
      }
      try {
        all.add(Matcher.from(object));
      } catch (ClassCastException e) {
        throw new InvalidInput(
            "matchers",
            "Of a matcher, name and value are texts, isRegex and isEqual are booleans.");
      }
    }
    return new Matchers(all);
  }

  static Matchers stored(String text) {
    try (JsonReader reader = Jsons.JSON.createReader(new StringReader(text))) {
      return from(reader.readArray());
    }
  }

  public JsonArray json() {
    JsonArrayBuilder array = Jsons.JSON.createArrayBuilder();
    all.forEach(matcher -> array.add(matcher.json()));
    return array.build();
  }

  @Override
  public String toString() {
    return all.stream().map(Matcher::toString).collect(Collectors.joining(", "));
  }
}

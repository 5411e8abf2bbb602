package org.dashdot.imperfection;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;
import java.util.Optional;
import org.dashdot.shared.InvalidInput;
import org.dashdot.shared.Jsons;
import org.dashdot.signal.Labels;

/**
 * One condition on a label, as in Alertmanager: an absent label is an empty text, and a pattern
 * (RE2 syntax) must match the whole value. The names {@code host} and {@code service} also find the
 * host or the service under whatever label it stands.
 */
public final class Matcher {

  private static final int LONGEST = 1000;

  private final String name;
  private final String value;
  private final boolean equal;

  /** Null when the value is to be taken literally. */
  private final Pattern pattern;

  /**
   * @throws InvalidInput naming {@code matchers} when it makes no sense
   */
  public Matcher(String name, String value, boolean regex, boolean equal) {
    if (name == null || name.isBlank() || name.length() > 200) {
      throw new InvalidInput("matchers", "A matcher needs the name of a label.");
    }
    if (value == null || value.length() > LONGEST) {
      throw new InvalidInput(
          "matchers", "The matcher of " + name + " needs a value of at most 1,000 characters.");
    }
    this.name = name;
    this.value = value;
    this.equal = equal;
    this.pattern = regex ? compiled(name, value) : null;
  }

  private static Pattern compiled(String name, String value) {
    try {
      return Pattern.compile(value, Pattern.DOTALL);
    } catch (PatternSyntaxException e) {
      throw new InvalidInput(
          "matchers", "The pattern of " + name + " is no regular expression: " + e.getMessage());
    }
  }

  /** A label that must have exactly this value. */
  public static Matcher of(String name, String value) {
    return new Matcher(name, value, false, true);
  }

  public boolean matches(Labels labels) {
    String actual = actual(labels);
    boolean same = pattern != null ? pattern.matches(actual) : actual.equals(value);
    return same == equal;
  }

  private String actual(Labels labels) {
    return labels
        .get(name)
        .or(
            () ->
                switch (name) {
                  case "host" -> labels.host();
                  case "service" -> labels.service();
                  default -> Optional.empty();
                })
        .orElse("");
  }

  /** Whether it would match what has no such label. */
  boolean matchesEmpty() {
    return matches(Labels.of(Map.of()));
  }

  public String name() {
    return name;
  }

  public String value() {
    return value;
  }

  /** Whether the value is a pattern. */
  public boolean regex() {
    return pattern != null;
  }

  /** False turns the condition round. */
  public boolean equal() {
    return equal;
  }

  /** As Alertmanager's API writes it. */
  public JsonObjectBuilder json() {
    return Jsons.JSON
        .createObjectBuilder()
        .add("name", name)
        .add("value", value)
        .add("isRegex", pattern != null)
        .add("isEqual", equal);
  }

  /**
   * @throws InvalidInput naming {@code matchers} when it makes no sense
   */
  public static Matcher from(JsonObject json) {
    return new Matcher(
        json.getString("name", null),
        json.getString("value", null),
        json.getBoolean("isRegex", false),
        json.getBoolean("isEqual", true));
  }

  /** As people write it: {@code severity=~"warning|info"}. */
  @Override
  public String toString() {
    String operator = pattern == null ? (equal ? "=" : "!=") : (equal ? "=~" : "!~");
    return name + operator + '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}

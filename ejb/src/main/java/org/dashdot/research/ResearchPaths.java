package org.dashdot.research;

import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.dashdot.access.Role;
import org.dashdot.shared.Jsons;

/**
 * In which order each role asks, and what the words of conditions are signs of: data, in {@code
 * research/paths.json}.
 */
public final class ResearchPaths {

  /** So many tickets of a class must have been solved by a question before it comes first. */
  static final int HELPED_OFTEN = 3;

  private final Map<Role, List<Question>> order = new EnumMap<>(Role.class);
  private final Map<Question, Pattern> signs = new EnumMap<>(Question.class);

  private ResearchPaths(JsonObject json) {
    JsonObject orders = json.getJsonObject("order");
    for (Role role : Role.values()) {
      order.put(
          role,
          orders
              .getJsonArray(role.name().toLowerCase(Locale.ROOT))
              .getValuesAs((JsonString text) -> Question.valueOf(text.getString())));
    }
    json.getJsonObject("signs")
        .forEach(
            (name, value) ->
                signs.put(
                    Question.valueOf(name), Pattern.compile(((JsonString) value).getString())));
  }

  /** Those that ship. */
  public static ResearchPaths shipped() {
    try (InputStream in = ResearchPaths.class.getResourceAsStream("/research/paths.json");
        JsonReader reader = Jsons.JSON.createReader(in)) {
      return new ResearchPaths(reader.readObject());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The questions in the order of a person's first role; what has helped often on tickets of this
   * class comes first.
   */
  List<Question> order(Set<Role> roles, Map<Question, Long> helped) {
    Role role = roles.stream().min(Comparator.comparing(Role::ordinal)).orElse(Role.OPERATOR);
    List<Question> questions = new ArrayList<>(order.get(role));
    questions.sort(
        Comparator.comparingLong(
            q -> helped.getOrDefault(q, 0L) >= HELPED_OFTEN ? -helped.get(q) : 0));
    return questions;
  }

  /** Whether a condition's words are a sign of this kind of cause. */
  boolean sign(Question question, String words) {
    Pattern pattern = signs.get(question);
    return pattern != null && pattern.matcher(words).find();
  }
}

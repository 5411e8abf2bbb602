package org.dashdot.imperfection;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.dashdot.shared.InvalidInput;
import org.dashdot.signal.Labels;

/**
 * While something burns that matches {@code source}, what matches {@code target} raises no ticket
 * if both agree in the labels of {@code equal} (Alertmanager's inhibit_rule). It never inhibits
 * itself.
 *
 * @param needs whether besides the target must need the host that the source burns on
 */
record InhibitionRule(
    String name, Matchers source, Matchers target, List<String> equal, boolean needs) {

  /** To be found quickly, an inhibitor must have a known name, or the name of what it inhibits. */
  InhibitionRule {
    if (!equal.contains("alertname") && sourceNames(source).isEmpty()) {
      throw new InvalidInput(
          "source", "Rule " + name + " must name its source's alertname, or have it in equal.");
    }
  }

  static InhibitionRule from(JsonObject json) {
    return new InhibitionRule(
        json.getString("name"),
        Matchers.written(json.getString("source")),
        Matchers.written(json.getString("target")),
        json.getJsonArray("equal").getValuesAs(JsonString::getString),
        json.getBoolean("needs", false));
  }

  private static List<String> sourceNames(Matchers source) {
    return source.all().stream()
        .filter(m -> m.name().equals("alertname") && !m.regex() && m.equal())
        .map(Matcher::value)
        .toList();
  }

  /** The names that its inhibitor can have, when it shall inhibit something with these labels. */
  List<String> inhibitorNames(Labels target) {
    List<String> named = sourceNames(source);
    return named.isEmpty() ? List.of(target.name()) : named;
  }

  /** Whether only critical ones can speak for others by this rule: of those there are few. */
  boolean onlyCritical() {
    return source.all().stream()
        .filter(m -> m.name().equals("severity"))
        .anyMatch(
            m ->
                Stream.of("warning", "info", "none", "")
                    .noneMatch(word -> m.matches(Labels.of(Map.of("severity", word)))));
  }

  boolean couldInhibit(Labels labels) {
    return target.match(labels);
  }

  boolean inhibits(Labels inhibitor, Labels labels, Needs known) {
    return (!needs || needed(inhibitor, labels, known))
        && equal.stream().allMatch(name -> value(inhibitor, name).equals(value(labels, name)))
        && source.match(inhibitor)
        && target.match(labels);
  }

  /** Of two that need each other, each would wait for the other's ticket: neither inhibits. */
  private static boolean needed(Labels inhibitor, Labels labels, Needs known) {
    String above = inhibitor.host().orElse("");
    String below = labels.host().orElse("");
    return !known.of(labels, Set.of(above)).isEmpty()
        && known.of(inhibitor, Set.of(below)).isEmpty();
  }

  private static String value(Labels labels, String name) {
    return name.equals("host") ? labels.host().orElse("") : labels.get(name).orElse("");
  }
}

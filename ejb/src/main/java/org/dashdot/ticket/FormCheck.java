package org.dashdot.ticket;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dashdot.shared.InvalidInput;

/** Holds an answer against the form that the model describes. */
final class FormCheck {

  private static final int LONGEST = 4000;

  /** What the closing question asks is stored in narrower columns. */
  private static final Map<String, Integer> SHORTER = Map.of("means", 2000, "validation", 2000);

  private FormCheck() {}

  /** The answer's values, trimmed; refuses fields that the form does not have. */
  static Map<String, String> checked(List<FormField> form, Map<String, String> answer) {
    for (String name : answer.keySet()) {
      if (form.stream().noneMatch(field -> field.name().equals(name))) {
        throw new InvalidInput(name, "This step has no field '" + name + "'.");
      }
    }
    return relevant(form, answer);
  }

  /** The values of this form's fields among an answer that may hold more. */
  static Map<String, String> relevant(List<FormField> form, Map<String, String> answer) {
    Map<String, String> clean = new LinkedHashMap<>();
    for (FormField field : form) {
      String value = answer.get(field.name());
      if (value == null || value.isBlank()) {
        if (field.required()) {
          throw new InvalidInput(field.name(), "'" + field.label() + "' is needed.");
        }
        continue;
      }
      clean.put(field.name(), fitting(field, value.trim()));
    }
    return clean;
  }

  private static String fitting(FormField field, String value) {
    int longest = SHORTER.getOrDefault(field.name(), LONGEST);
    if (value.length() > longest) {
      throw new InvalidInput(
          field.name(),
          String.format(Locale.ROOT, "'%s' has at most %,d characters.", field.label(), longest));
    }
    if (field.type().equals("enum")
        && field.options().stream().noneMatch(option -> option.value().equals(value))) {
      throw new InvalidInput(
          field.name(),
          "'"
              + field.label()
              + "' must be one of "
              + field.options().stream().map(FormField.Option::value).toList());
    }
    if (field.type().equals("boolean") && !value.equals("true") && !value.equals("false")) {
      throw new InvalidInput(field.name(), "'" + field.label() + "' must be true or false.");
    }
    if (field.type().equals("long") && !value.matches("-?\\d{1,18}")) {
      throw new InvalidInput(field.name(), "'" + field.label() + "' must be a whole number.");
    }
    return value;
  }
}

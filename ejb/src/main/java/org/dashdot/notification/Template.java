package org.dashdot.notification;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dashdot.shared.InvalidInput;

/**
 * Words with names in double braces that are replaced by a ticket's values; nothing in it can be
 * executed, and what a value holds is never looked at again.
 */
record Template(String words) {

  /** What can be named. */
  static final List<String> NAMES =
      List.of(
          "priority",
          "number",
          "title",
          "status",
          "reason",
          "since",
          "time",
          "zone",
          "source",
          "team",
          "owner",
          "labels",
          "runbook",
          "link",
          "short");

  private static final int LONGEST = 8000;
  private static final Pattern NAME = Pattern.compile("\\{\\{ ?([a-z]{1,20}) ?}}");

  /** The words, checked: every name is known, and every brace belongs to one. */
  static Template checked(String words) {
    if (words == null || words.isBlank() || words.length() > LONGEST) {
      throw new InvalidInput("words", "A template has 1 to 8,000 characters.");
    }
    Matcher found = NAME.matcher(words);
    while (found.find()) {
      if (!NAMES.contains(found.group(1))) {
        throw new InvalidInput(
            "words",
            "There is no {{" + found.group(1) + "}}; there are " + String.join(", ", NAMES) + ".");
      }
    }
    String rest = NAME.matcher(words).replaceAll("");
    if (rest.contains("{{") || rest.contains("}}")) {
      throw new InvalidInput(
          "words", "Double braces hold a name and nothing else, as in {{title}}.");
    }
    return new Template(words.replace("\r\n", "\n"));
  }

  /** A line whose names have no value at all is left out. */
  String with(Map<String, String> values) {
    StringBuilder text = new StringBuilder();
    words
        .lines()
        .filter(line -> says(line, values))
        .map(line -> replaced(line, values))
        .forEach(line -> text.append(line).append('\n'));
    return text.toString().replaceAll("\n{3,}", "\n\n");
  }

  private static boolean says(String line, Map<String, String> values) {
    Matcher found = NAME.matcher(line);
    boolean names = false;
    while (found.find()) {
      if (!values.getOrDefault(found.group(1), "").isEmpty()) {
        return true;
      }
      names = true;
    }
    return !names;
  }

  private static String replaced(String line, Map<String, String> values) {
    return NAME.matcher(line)
        .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), "")));
  }
}

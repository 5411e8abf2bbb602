package org.dashdot.integration.telegraf;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.dashdot.signal.Reading;
import org.dashdot.signal.Undecodable;

/**
 * Reads InfluxDB line protocol: {@code name,tag=value field=1i,other="text" nanoseconds}. A quoted
 * text may run over several lines; after a malformed one, reading goes on with the next line.
 */
final class LineProtocol {

  private static final int LONGEST_NUMBER = 64;
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");
  private static final Pattern WHOLE = Pattern.compile("-?\\d+[iu]");
  private static final Pattern NOT_FINITE = Pattern.compile("nan|[-+]?inf(inity)?");

  private final String text;
  private final Instant arrival;
  private int at;

  private LineProtocol(String text, Instant arrival) {
    this.text = text;
    this.arrival = arrival;
  }

  /**
   * @param arrival the time of what has none
   * @param refused gets each line that cannot be read
   */
  static List<Metric> read(String text, Instant arrival, List<Reading.Refusal> refused) {
    return new LineProtocol(text, arrival).all(refused);
  }

  private List<Metric> all(List<Reading.Refusal> refused) {
    List<Metric> metrics = new ArrayList<>();
    for (int number = 1; at < text.length(); number++) {
      int begin = at;
      int end = text.indexOf('\n', begin);
      String line = text.substring(begin, end < 0 ? text.length() : end).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        at = end < 0 ? text.length() : end + 1;
        continue;
      }
      try {
        metrics.add(metric());
      } catch (Undecodable e) {
        String reason = "Line " + number + " is not InfluxDB line protocol: " + e.getMessage();
        refused.add(new Reading.Refusal(reason, line));
        at = end < 0 ? text.length() : end + 1;
      }
    }
    return metrics;
  }

  private Metric metric() {
    while (peek() == ' ' || peek() == '\t') {
      at++;
    }
    String name = word(", ");
    require(!name.isEmpty(), "the measurement's name is missing");
    Map<String, String> tags = new LinkedHashMap<>();
    while (peek() == ',') {
      at++;
      String tag = key();
      tags.put(tag, word(", "));
    }
    spaces("a space must stand before the fields");
    Map<String, Double> numbers = new LinkedHashMap<>();
    Map<String, String> texts = new LinkedHashMap<>();
    at--;
    do {
      at++;
      field(key(), numbers, texts);
    } while (peek() == ',');
    return new Metric(name, tags, numbers, texts, time());
  }

  private String key() {
    String key = word("=, ");
    require(!key.isEmpty() && peek() == '=', "a name with = and a value is missing");
    at++;
    return key;
  }

  private void field(String name, Map<String, Double> numbers, Map<String, String> texts) {
    if (peek() == '"') {
      texts.put(name, quoted());
      return;
    }
    String value = word(", ");
    if (!NOT_FINITE.matcher(value.toLowerCase(Locale.ROOT)).matches()) {
      double number = number(name, value);
      if (Double.isFinite(number)) {
        numbers.put(name, number);
      }
    }
  }

  private static double number(String name, String value) {
    switch (value) {
      case "t", "T", "true", "True", "TRUE":
        return 1;
      case "f", "F", "false", "False", "FALSE":
        return 0;
      default:
        require(value.length() <= LONGEST_NUMBER, "the number of " + name + " is too long");
        if (WHOLE.matcher(value).matches()) {
          return Double.parseDouble(value.substring(0, value.length() - 1));
        }
        require(
            NUMBER.matcher(value).matches(),
            "the value of " + name + " is no number, boolean or quoted text: " + value);
        return Double.parseDouble(value);
    }
  }

  private Instant time() {
    while (peek() == ' ' || peek() == '\r') {
      at++;
    }
    int begin = at;
    while (peek() != '\n' && peek() != '\r' && peek() != 0) {
      at++;
    }
    String digits = text.substring(begin, at).strip();
    while (peek() == '\r') {
      at++;
    }
    require(peek() == '\n' || at >= text.length(), "after the time comes more");
    Instant time = digits.isEmpty() ? arrival : nanoseconds(digits);
    at++;
    return time;
  }

  private static Instant nanoseconds(String digits) {
    try {
      return Metric.time(Long.parseLong(digits));
    } catch (NumberFormatException e) {
      throw new Undecodable("the time is no number of nanoseconds: " + digits, e);
    }
  }

  /** Up to one of these or the line's end; a backslash takes the meaning from what ends words. */
  private String word(String ends) {
    StringBuilder word = new StringBuilder();
    for (char c = peek(); c != 0 && c != '\n' && c != '\r'; c = peek()) {
      if (c == '\\' && at + 1 < text.length() && ",= ".indexOf(text.charAt(at + 1)) >= 0) {
        at++;
        c = peek();
      } else if (ends.indexOf(c) >= 0) {
        break;
      }
      word.append(c);
      at++;
    }
    return word.toString();
  }

  private String quoted() {
    StringBuilder value = new StringBuilder();
    for (at++; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"') {
        at++;
        return value.toString();
      }
      if (c == '\\' && at + 1 < text.length() && "\"\\".indexOf(text.charAt(at + 1)) >= 0) {
        c = text.charAt(++at);
      }
      value.append(c);
    }
    throw new Undecodable("a quoted text has no end");
  }

  private void spaces(String otherwise) {
    require(peek() == ' ', otherwise);
    while (peek() == ' ') {
      at++;
    }
  }

  /** The next character, or NUL at the end; the text itself has none. */
  private char peek() {
    return at < text.length() ? text.charAt(at) : 0;
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new Undecodable(otherwise);
    }
  }
}

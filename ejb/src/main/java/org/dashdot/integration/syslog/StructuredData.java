package org.dashdot.integration.syslog;

import java.util.Map;

/** Structured data of RFC 5424, section 6.3: parameters become labels {@code id.name}. */
final class StructuredData {

  private StructuredData() {}

  /**
   * @param labels to which the parameters are added
   * @return where the message begins; what is malformed belongs to it
   */
  static int read(String text, Map<String, String> labels) {
    if (text.startsWith("-")) {
      return 1;
    }
    int at = 0;
    while (at < text.length() && text.charAt(at) == '[') {
      int end = element(text, at, labels);
      if (end < 0) {
        return at;
      }
      at = end;
    }
    return at;
  }

  /** Returns the place after the element; -1 when it is malformed. */
  private static int element(String text, int from, Map<String, String> labels) {
    int at = from + 1;
    int id = at;
    while (at < text.length() && " ]\"=".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    // 32473 is the example's enterprise number; none of them says anything to people.
    String name = text.substring(id, at).replaceFirst("@\\d+$", "");
    while (at < text.length() && text.charAt(at) == ' ') {
      int equals = text.indexOf("=\"", at);
      if (equals < 0) {
        return -1;
      }
      String key = text.substring(at + 1, equals);
      StringBuilder value = new StringBuilder();
      at = value(text, equals + 2, value);
      if (at < 0) {
        return -1;
      }
      labels.put(name + "." + key, value.toString());
    }
    return at < text.length() && text.charAt(at) == ']' ? at + 1 : -1;
  }

  private static int value(String text, int from, StringBuilder value) {
    for (int at = from; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"') {
        return at + 1;
      }
      boolean escaped =
          c == '\\' && at + 1 < text.length() && "\"\\]".indexOf(text.charAt(at + 1)) >= 0;
      if (escaped) {
        at++;
      }
      value.append(text.charAt(at));
    }
    return -1;
  }
}

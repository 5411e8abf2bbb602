package org.dashdot.web.rest;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A line of comma-separated values, as RFC 4180 and spreadsheets want it. */
final class Csv {

  private Csv() {}

  /** Null is an empty cell; what a spreadsheet would take for a formula gets a ' before it. */
  static String line(Object... cells) {
    return Arrays.stream(cells).map(Csv::cell).collect(Collectors.joining(",")) + "\r\n";
  }

  private static String cell(Object value) {
    String text = value == null ? "" : value.toString();
    if (!text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0) {
      text = "'" + text;
    }
    return text.matches("(?s).*[\",\r\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}

package org.dashdot.notification;

import java.text.Normalizer;
import java.util.Map;

/**
 * The alphabet of a short message (GSM 03.38): 160 characters fit into one, where some count twice.
 * A single character that it lacks would halve that.
 */
final class Gsm7 {

  static final int LONGEST = 160;

  private static final String ALPHABET =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
          + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

  private static final String TWICE = "^{}\\[~]|€";

  private static final Map<Integer, String> OTHERS =
      Map.ofEntries(
          Map.entry((int) '„', "\""),
          Map.entry((int) '“', "\""),
          Map.entry((int) '”', "\""),
          Map.entry((int) '«', "\""),
          Map.entry((int) '»', "\""),
          Map.entry((int) '‘', "'"),
          Map.entry((int) '’', "'"),
          Map.entry((int) '`', "'"),
          Map.entry((int) '´', "'"),
          Map.entry((int) '–', "-"),
          Map.entry((int) '—', "-"),
          Map.entry((int) '→', "->"),
          Map.entry((int) '≥', ">="),
          Map.entry((int) '≤', "<="),
          Map.entry((int) '×', "x"),
          Map.entry((int) 'ł', "l"),
          Map.entry((int) 'Ł', "L"),
          Map.entry((int) 'đ', "d"),
          Map.entry((int) 'ı', "i"),
          Map.entry((int) 'œ', "oe"),
          Map.entry((int) 'µ', "u"),
          Map.entry((int) 'μ', "u"),
          Map.entry((int) '°', " deg"));

  private Gsm7() {}

  /** The text in this alphabet on one line: similar characters where there are any, else "?". */
  static String of(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().forEach(c -> out.append(similar(c)));
    return out.toString().trim();
  }

  private static String similar(int c) {
    if (c != '\n' && c != '\r' && has(c)) {
      return Character.toString(c);
    }
    if (OTHERS.containsKey(c)) {
      return OTHERS.get(c);
    }
    if (Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c)) {
      return " ";
    }
    String parts = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD);
    StringBuilder known = new StringBuilder();
    parts.codePoints().filter(Gsm7::has).forEach(known::appendCodePoint);
    if (!known.isEmpty()) {
      return known.toString().replaceAll("[\r\n]", " ");
    }
    // An accent that stood by itself says nothing without its letter.
    return Character.getType(c) == Character.NON_SPACING_MARK ? "" : "?";
  }

  private static boolean has(int c) {
    return ALPHABET.indexOf(c) >= 0 || TWICE.indexOf(c) >= 0;
  }

  /** How much of a message it fills. */
  static int length(String text) {
    return text.codePoints().map(c -> TWICE.indexOf(c) >= 0 ? 2 : 1).sum();
  }

  /** Its beginning that fills at most so much, with an ellipsis where something is missing. */
  static String cut(String text, int most) {
    if (length(text) <= most) {
      return text;
    }
    String end = most > 3 ? "..." : "";
    StringBuilder out = new StringBuilder();
    int filled = end.length();
    for (int c : text.codePoints().toArray()) {
      filled += TWICE.indexOf(c) >= 0 ? 2 : 1;
      if (filled > most) {
        break;
      }
      out.appendCodePoint(c);
    }
    return out.toString().stripTrailing() + end;
  }
}

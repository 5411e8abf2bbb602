package org.dashdot.topology;

import java.util.Comparator;

/** Names as a person orders them: {@code web-2} before {@code web-10}. */
public final class ByName implements Comparator<String> {

  /** The only one there need be. */
  public static final ByName ORDER = new ByName();

  /** Places by tier, then by name. */
  public static final Comparator<Place> OF_PLACES =
      Comparator.comparing(Place::tier).thenComparing(Place::name, ORDER);

  private ByName() {}

  @Override
  public int compare(String a, String b) {
    int i = 0;
    int j = 0;
    while (i < a.length() && j < b.length()) {
      int order;
      if (digit(a.charAt(i)) && digit(b.charAt(j))) {
        int endA = endOfNumber(a, i);
        int endB = endOfNumber(b, j);
        order = compareNumbers(a.substring(i, endA), b.substring(j, endB));
        i = endA;
        j = endB;
      } else {
        order = Character.compare(a.charAt(i++), b.charAt(j++));
      }
      if (order != 0) {
        return order;
      }
    }
    int order = Integer.compare(a.length() - i, b.length() - j);
    // 01 and 1 are different names.
    return order == 0 ? a.compareTo(b) : order;
  }

  private static int compareNumbers(String a, String b) {
    String x = a.replaceFirst("^0+(?=.)", "");
    String y = b.replaceFirst("^0+(?=.)", "");
    return x.length() == y.length() ? x.compareTo(y) : Integer.compare(x.length(), y.length());
  }

  private static int endOfNumber(String text, int from) {
    int end = from;
    while (end < text.length() && digit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }
}

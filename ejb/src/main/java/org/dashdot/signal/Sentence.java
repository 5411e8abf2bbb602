package org.dashdot.signal;

/** Fills names in double braces; nothing in it is ever executed. */
public final class Sentence {

  /** A logged line may be very long. */
  private static final int LONGEST = 300;

  private Sentence() {}

  /** Unknown names become empty texts; {@code host} is found under whatever label it stands. */
  public static String filled(String template, Labels labels, String value) {
    StringBuilder text = new StringBuilder();
    int at = 0;
    for (int open = template.indexOf("{{"); open >= 0; open = template.indexOf("{{", at)) {
      int close = template.indexOf("}}", open);
      if (close < 0) {
        break;
      }
      text.append(template, at, open)
          .append(named(template.substring(open + 2, close).trim(), labels, value));
      at = close + 2;
    }
    return text.append(template, at, template.length()).toString();
  }

  private static String named(String name, Labels labels, String value) {
    return switch (name) {
      case "value" -> value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "\u2026";
      case "host" -> labels.host().orElse("");
      default -> labels.get(name).orElse("");
    };
  }
}

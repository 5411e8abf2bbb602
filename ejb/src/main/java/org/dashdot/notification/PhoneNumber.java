package org.dashdot.notification;

import java.util.Optional;
import java.util.regex.Pattern;
import org.dashdot.shared.InvalidInput;

/** A telephone number as the whole world understands it (E.164). */
final class PhoneNumber {

  private static final Pattern WORLDWIDE = Pattern.compile("\\+[1-9]\\d{6,14}");

  private PhoneNumber() {}

  /** As a person writes it: spaces, dashes, dots and brackets are left out, 00 is a plus. */
  static String parse(String text) {
    String number = plain(text);
    if (!WORLDWIDE.matcher(number).matches()) {
      throw new InvalidInput(
          "address", "A number begins with a plus and its country, as in +49 170 1234567.");
    }
    return number;
  }

  /** As a gateway writes it, maybe without the plus; empty for a name or a short number. */
  static Optional<String> understood(String text) {
    String number = plain(text);
    String plus = number.startsWith("+") ? number : "+" + number;
    return Optional.of(plus).filter(n -> WORLDWIDE.matcher(n).matches());
  }

  private static String plain(String text) {
    String number = text == null ? "" : text.replaceAll("[\\s().\\-/]", "");
    return number.startsWith("00") ? "+" + number.substring(2) : number;
  }
}

package org.dashdot.ticket;

import org.dashdot.shared.InvalidInput;

/** A ticket's number, as people say it; also the business key of its process. */
public record TicketNumber(long value) {

  /** Understands {@code 4711} and {@code #4711}. */
  public static TicketNumber parse(String text) {
    return parse("number", text);
  }

  /** The same of a field of that name, which the refusal names. */
  public static TicketNumber parse(String field, String text) {
    String digits = text == null ? "" : text.trim().replaceFirst("^#", "");
    if (!digits.matches("\\d{1,18}")) {
      throw new InvalidInput(field, "A ticket number is made of digits: " + digits);
    }
    return new TicketNumber(Long.parseLong(digits));
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}

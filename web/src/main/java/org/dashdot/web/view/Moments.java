package org.dashdot.web.view;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.dashdot.shared.InvalidInput;

/** Moments as a browser's input of date and time writes them, by the clock of who looks. */
final class Moments {

  private static final DateTimeFormatter INPUT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

  private Moments() {}

  static String written(Instant moment, ZoneId zone) {
    return INPUT.format(moment.atZone(zone));
  }

  /**
   * @throws InvalidInput naming the field when it is neither empty nor a moment; empty is null
   */
  static Instant read(String field, String text, ZoneId zone) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      return LocalDateTime.parse(text.trim()).atZone(zone).toInstant();
    } catch (DateTimeException e) {
      throw new InvalidInput(field, "Write it like 2026-11-23T09:00.");
    }
  }
}

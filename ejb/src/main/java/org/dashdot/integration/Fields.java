package org.dashdot.integration;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Locale;

/** Reads the fields of a logged event, whatever its shipper calls them. */
public final class Fields {

  private static final int LONGEST = 64 * 1024;
  private static final int INFO = 6;

  private Fields() {}

  /** The first of these that is there and says something; a dot leads inside or is part of it. */
  public static String first(JsonObject event, String... names) {
    for (String name : names) {
      String text = text(event, name);
      if (!text.isBlank()) {
        return text;
      }
    }
    return "";
  }

  private static String text(JsonObject event, String name) {
    JsonValue value = event.get(name);
    if (value instanceof JsonString string) {
      String text = string.getString().replace("\0", "");
      return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
    if (value instanceof JsonNumber number) {
      return number.toString();
    }
    int dot = name.indexOf('.');
    while (dot > 0) {
      if (event.get(name.substring(0, dot)) instanceof JsonObject inner) {
        return text(inner, name.substring(dot + 1));
      }
      dot = name.indexOf('.', dot + 1);
    }
    return "";
  }

  /** A time of ISO 8601, in microseconds; otherwise the given one. */
  public static Instant time(String text, Instant otherwise) {
    try {
      Instant at = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
      boolean sane = at.isAfter(Instant.EPOCH) && at.isBefore(otherwise.plus(366, ChronoUnit.DAYS));
      return sane ? at : otherwise;
    } catch (DateTimeException e) {
      return otherwise;
    }
  }

  /** The severity of RFC 5424 that a level's word or number means; 6 for what is unknown. */
  public static int severity(String level) {
    String word = level.strip().toLowerCase(Locale.ROOT);
    if (word.matches("[0-7]")) {
      return word.charAt(0) - '0';
    }
    return switch (word) {
      case "emerg", "emergency", "panic" -> 0;
      case "alert" -> 1;
      case "crit", "critical", "fatal" -> 2;
      case "err", "error", "severe" -> 3;
      case "warning", "warn" -> 4;
      case "notice" -> 5;
      case "debug", "trace", "fine" -> 7;
      default -> INFO;
    };
  }

  /** SHA-256 of texts, each ended by a byte that none of them holds. */
  public static String hash(String... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String part : parts) {
        digest.update(part.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0xff);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}

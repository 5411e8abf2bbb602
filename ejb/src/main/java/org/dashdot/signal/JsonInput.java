package org.dashdot.signal;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.dashdot.shared.Jsons;

/** Careful reading of JSON from outside: depth is bounded before a parser sees it. */
public final class JsonInput {

  private static final int DEEPEST = 64;
  private static final int LONGEST = 10_000;
  private static final int LONGEST_EXPONENT = 4;

  /** A time and what it was read from. */
  private record Read(String text, Instant time) {}

  /** The times of one push are few, and each comes with hundreds of alerts. */
  private static final AtomicReferenceArray<Read> READ = new AtomicReferenceArray<>(64);

  private JsonInput() {}

  public static JsonStructure read(byte[] body) {
    requireText(body);
    requireDepth(body);
    try (JsonReader reader = Jsons.JSON.createReader(new ByteArrayInputStream(body))) {
      return reader.read();
    } catch (JsonException | IllegalStateException e) {
      throw new Undecodable("The body is not JSON: " + e.getMessage(), e);
    }
  }

  private static void requireText(byte[] body) {
    if (body.length == 0) {
      throw new Undecodable("The body is empty; a JSON document was expected.");
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
    } catch (CharacterCodingException e) {
      throw new Undecodable("The body is not UTF-8 text.", e);
    }
  }

  private static void requireDepth(byte[] body) {
    int depth = 0;
    boolean text = false;
    boolean over = false;
    for (int i = 0; i < body.length; i++) {
      byte b = body[i];
      if (over && !Character.isWhitespace(b)) {
        throw new Undecodable("After the JSON document comes more; send one document at a time.");
      }
      if (text) {
        if (b == '\\') {
          i++;
        } else if (b == '"') {
          text = false;
        }
      } else if (b == '"') {
        text = true;
      } else if (b == '{' || b == '[') {
        if (++depth > DEEPEST) {
          throw new Undecodable("The JSON is nested deeper than " + DEEPEST + " levels.");
        }
      } else if ((b == 'e' || b == 'E') && i > 0 && Character.isDigit(body[i - 1])) {
        requireExponent(body, i + 1);
      } else if (b == '}' || b == ']') {
        over = --depth == 0;
      }
    }
  }

  /** A number with a longer exponent is no measurement, but costs much time to write down. */
  private static void requireExponent(byte[] body, int from) {
    int at = from < body.length && (body[from] == '+' || body[from] == '-') ? from + 1 : from;
    int digits = 0;
    while (at + digits < body.length && Character.isDigit(body[at + digits])) {
      if (++digits > LONGEST_EXPONENT) {
        throw new Undecodable("The JSON holds a number that is far too large or too small.");
      }
    }
  }

  /** The object's text members; an absent object is an empty one. */
  public static Labels texts(JsonObject parent, String name) {
    JsonValue value = parent.get(name);
    if (value == null || value == JsonValue.NULL) {
      return Labels.of(Map.of());
    }
    if (!(value instanceof JsonObject object)) {
      throw new Undecodable("'" + name + "' must be an object of texts.");
    }
    Map<String, String> values = new TreeMap<>();
    object.forEach((key, member) -> values.put(label(key, 200), text(name + "." + key, member)));
    return Labels.of(values);
  }

  /** A member's text, or null when it is absent or null. */
  public static String text(JsonObject parent, String name) {
    JsonValue value = parent.get(name);
    return value == null || value == JsonValue.NULL ? null : text(name, value);
  }

  private static String text(String where, JsonValue value) {
    if (!(value instanceof JsonString string)) {
      throw new Undecodable("'" + where + "' must be a text.");
    }
    return label(string.getString(), LONGEST);
  }

  /** Databases refuse NUL in texts; it carries no meaning in a label. */
  private static String label(String text, int longest) {
    String clean = text.indexOf('\0') < 0 ? text : text.replace("\0", "");
    return clean.length() <= longest ? clean : clean.substring(0, longest);
  }

  /** A time of RFC 3339, in microseconds; null when it is absent or the zero time. */
  public static Instant time(JsonObject parent, String name) {
    String text = text(parent, name);
    if (text == null || text.isEmpty() || text.startsWith("0001-01-01")) {
      return null;
    }
    int place = Math.floorMod(text.hashCode(), READ.length());
    Read last = READ.get(place);
    if (last == null || !last.text().equals(text)) {
      last = new Read(text, time(name, text));
      READ.set(place, last);
    }
    return last.time();
  }

  private static Instant time(String name, String text) {
    try {
      Instant time = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
      if (time.isBefore(Instant.EPOCH) || time.isAfter(Instant.parse("9999-01-01T00:00:00Z"))) {
        throw new Undecodable("'" + name + "' is no time of this age: " + text);
      }
      return time;
    } catch (DateTimeException e) {
      throw new Undecodable("'" + name + "' is not a time like 2026-11-22T07:08:14Z: " + text, e);
    }
  }
}

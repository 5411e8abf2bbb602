package org.dashdot.web.rest;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dashdot.shared.InvalidInput;
import org.dashdot.signal.JsonInput;
import org.dashdot.signal.Undecodable;

/** Reads a request's JSON object with bounded size and depth. */
final class JsonBody {

  private static final int LARGEST = 1 << 20;

  private JsonBody() {}

  /** An absent body is an empty object. */
  static JsonObject read(InputStream in) throws IOException {
    byte[] bytes = Bodies.read(in, LARGEST);
    if (bytes.length == 0) {
      return JsonValue.EMPTY_JSON_OBJECT;
    }
    if (JsonInput.read(bytes) instanceof JsonObject object) {
      return object;
    }
    throw new Undecodable("A JSON object was expected.");
  }

  /** The named member as text; null when it is absent. */
  static String text(JsonObject object, String name) {
    return text(name, object.get(name));
  }

  static Long number(JsonObject object, String name) {
    JsonValue value = object.get(name);
    if (value == null || value == JsonValue.NULL) {
      return null;
    }
    if (value instanceof JsonNumber number && number.isIntegral()) {
      return number.longValue();
    }
    throw new InvalidInput(name, "'" + name + "' must be a whole number.");
  }

  /** The members of an inner object as texts. */
  static Map<String, String> texts(JsonObject object, String name) {
    JsonValue value = object.get(name);
    if (value == null || value == JsonValue.NULL) {
      return new LinkedHashMap<>();
    }
    if (value instanceof JsonObject inner) {
      return texts(inner);
    }
    throw new InvalidInput(name, "'" + name + "' must be an object.");
  }

  static Map<String, String> texts(JsonObject object) {
    Map<String, String> texts = new LinkedHashMap<>();
    object.forEach(
        (key, member) -> {
          String text = text(key, member);
          if (text != null) {
            texts.put(key, text);
          }
        });
    return texts;
  }

  private static String text(String name, JsonValue value) {
    if (value == null || value == JsonValue.NULL) {
      return null;
    }
    if (value instanceof JsonString string) {
      // Databases refuse NUL in texts.
      return string.getString().replace("\0", "");
    }
    if (value instanceof JsonNumber || value == JsonValue.TRUE || value == JsonValue.FALSE) {
      return value.toString();
    }
    throw new InvalidInput(name, "'" + name + "' must be a text, a number or true or false.");
  }
}

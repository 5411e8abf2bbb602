package org.dashdot.integration;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;

/** A document's members by their dotted names, whether it nests them or writes the dots. */
public final class Members {

  private static final int LONGEST = 10_000;

  private final Map<String, JsonValue> leaves = new LinkedHashMap<>();

  public Members(JsonObject document) {
    gather("", document);
  }

  private void gather(String prefix, JsonObject object) {
    object.forEach(
        (name, value) -> {
          if (value instanceof JsonObject inner) {
            gather(prefix + name + ".", inner);
          } else {
            leaves.putIfAbsent(prefix + name, value);
          }
        });
  }

  public Map<String, JsonValue> leaves() {
    return leaves;
  }

  /** The text or number of the first of these that has one; of a list its first; else empty. */
  public String text(String... names) {
    for (String name : names) {
      JsonValue value = leaves.get(name);
      if (value instanceof JsonArray list && !list.isEmpty()) {
        value = list.get(0);
      }
      String text =
          value instanceof JsonString string
              ? string.getString().replace("\0", "")
              : value instanceof JsonNumber number ? number.toString() : "";
      if (!text.isBlank()) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
      }
    }
    return "";
  }
}

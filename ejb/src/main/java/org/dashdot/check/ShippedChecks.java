package org.dashdot.check;

import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.dashdot.shared.Jsons;

/** The checks that come with the product, in {@code checks.json}. */
final class ShippedChecks {

  private ShippedChecks() {}

  static List<JsonObject> read() {
    try (InputStream in = ShippedChecks.class.getResourceAsStream("/checks.json");
        JsonReader reader = Jsons.JSON.createReader(in)) {
      return reader.readArray().getValuesAs(JsonObject.class);
    } catch (IOException e) {
      throw new UncheckedIOException("The shipped checks cannot be read: " + e.getMessage(), e);
    }
  }
}

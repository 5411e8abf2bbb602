package org.dashdot.signal;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.io.StringReader;
import java.util.Map;
import java.util.TreeMap;
import org.dashdot.shared.Jsons;

/** Keeps labels and annotations as a JSON object of texts in one column. */
@Converter
public class LabelsText implements AttributeConverter<Labels, String> {

  @Override
  public String convertToDatabaseColumn(Labels labels) {
    JsonObjectBuilder object = Jsons.JSON.createObjectBuilder();
    labels.values().forEach(object::add);
    return object.build().toString();
  }

  @Override
  public Labels convertToEntityAttribute(String text) {
    try (JsonReader reader = Jsons.JSON.createReader(new StringReader(text))) {
      JsonObject object = reader.readObject();
      Map<String, String> values = new TreeMap<>();
      object.forEach((name, value) -> values.put(name, ((JsonString) value).getString()));
      return Labels.of(values);
    }
  }
}

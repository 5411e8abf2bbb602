package org.dashdot.integration.host;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import java.io.IOException;
import java.util.List;
import org.dashdot.integration.IntegrationContract;
import org.dashdot.integration.RecordedCase;

/** A sequence of readings of one machine; each is told in the light of those before. */
class HostSourceTest extends IntegrationContract {

  @Override
  protected JsonStructure replay(RecordedCase recorded) throws IOException {
    Replayed reading = new Replayed();
    HostSource source = new HostSource();
    source.reading = reading;
    source.settings = recorded.settings();
    JsonArrayBuilder outcomes = Json.createArrayBuilder();
    for (JsonArray step : recorded.inputJson().asJsonArray().getValuesAs(JsonArray.class)) {
      reading.now = step;
      outcomes.add(outcome(() -> source.poll(question(null))));
    }
    return outcomes.build();
  }

  /** A machine whose figures are given. */
  private static final class Replayed extends HostReading {

    private JsonArray now;

    @Override
    String hostName() {
      return "web-1";
    }

    @Override
    List<Measured> measure() {
      return now.getValuesAs(JsonObject.class).stream()
          .map(
              figure ->
                  new Measured(
                      figure.getString("name"),
                      figure.getString("setting"),
                      figure.getString("tier"),
                      figure.getString("subject"),
                      figure.getJsonNumber("value").doubleValue(),
                      figure.getString("words")))
          .toList();
    }
  }
}

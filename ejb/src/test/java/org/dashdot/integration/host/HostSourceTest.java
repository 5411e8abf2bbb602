package org.dashdot.integration.host;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dashdot.integration.IntegrationContract;
import org.dashdot.integration.RecordedCase;

/** A sequence of readings of one machine. */
class HostSourceTest extends IntegrationContract {

  @Override
  protected JsonStructure replay(RecordedCase recorded) throws IOException {
    Replayed reading = new Replayed();
    HostSource source = new HostSource();
    source.reading = reading;
    source.health = new Healthless();
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
    List<Measured> measure(Collection<String> downBefore) {
      return now.getValuesAs(JsonObject.class).stream()
          .map(
              figure ->
                  new Measured(
                      figure.getString("metric"),
                      texts(figure.getJsonObject("of")),
                      figure.getJsonNumber("value").doubleValue()))
          .toList();
    }

    private static Map<String, String> texts(JsonObject object) {
      Map<String, String> texts = new TreeMap<>();
      object.keySet().forEach(name -> texts.put(name, object.getString(name)));
      return texts;
    }
  }

  /** A machine whose disks say nothing. */
  private static final class Healthless extends DiskHealth {

    @Override
    synchronized List<HostReading.Measured> measure(Instant now) {
      return List.of();
    }
  }
}

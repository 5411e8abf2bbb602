package org.dashdot.integration.elasticsearch;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.dashdot.integration.IntegrationContract;
import org.dashdot.integration.RecordedCase;
import org.dashdot.integration.ScriptedFetch;
import org.dashdot.signal.JsonInput;
import org.dashdot.signal.Labels;
import org.dashdot.signal.SignalSource;

/**
 * What real servers answered, one after the other, to the {@code searches.json} beside it; a {@code
 * burning.json} lists the labels of what burnt before.
 */
class PolledSearchesTest extends IntegrationContract {

  @Override
  protected boolean covers(String caseName) {
    return caseName.startsWith("polled-");
  }

  @Override
  protected JsonStructure replay(RecordedCase recorded) throws IOException {
    PolledSearches source = new PolledSearches();
    source.http = ScriptedFetch.of(recorded.steps());
    source.settings =
        recorded
            .settings()
            .with("elasticsearch.searches", recorded.folder().resolve("searches.json").toString());
    return outcome(() -> source.poll(question(burning(recorded))));
  }

  private static SignalSource.Question question(List<Labels> burning) {
    Instant now = Instant.parse("2026-11-22T07:10:30Z");
    return new SignalSource.Question(
        "logs",
        "http://search.example:9200/",
        "reader:secret",
        Duration.ofSeconds(9),
        now,
        null,
        name -> burning.stream().filter(labels -> labels.name().equals(name)).toList());
  }

  private static List<Labels> burning(RecordedCase recorded) {
    Path file = recorded.folder().resolve("burning.json");
    if (!Files.exists(file)) {
      return List.of();
    }
    try (JsonReader reader = Json.createReader(Files.newBufferedReader(file))) {
      return reader.readArray().getValuesAs(JsonObject.class).stream()
          .map(
              one ->
                  JsonInput.texts(Json.createObjectBuilder().add("labels", one).build(), "labels"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

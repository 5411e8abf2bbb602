package org.dashdot.integration.elasticsearch;

import static org.dashdot.integration.RealSearch.document;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dashdot.integration.HttpFetch;
import org.dashdot.integration.RealSearch;
import org.dashdot.shared.Settings;
import org.dashdot.signal.Labels;
import org.dashdot.signal.Reading;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What tests need that have saved searches asked of a real server. */
abstract class SavedSearches {

  static final String MAPPING =
      """
      {"properties": {"@timestamp": {"type": "date"}, "message": {"type": "text"},
        "host": {"properties": {"name": {"type": "keyword"}}},
        "error": {"properties": {"type": {"type": "keyword"}}},
        "log": {"properties": {"level": {"type": "keyword"}}}}}
      """;

  private static final Set<String> MADE = new HashSet<>();

  @TempDir Path folder;

  final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
  final PolledSearches source = new PolledSearches();
  Path file;

  @BeforeEach
  void make() {
    file = folder.resolve("searches.json");
    source.http = new HttpFetch();
    source.settings =
        Settings.shipped()
            .with("elasticsearch.searches", file.toString())
            .with("elasticsearch.kibana", "https://kibana.example/");
  }

  /** An index of its own, so that the tests do not see each other's documents. */
  static String index(RealSearch server, String name) {
    String index = "logs-" + name;
    if (MADE.add(server + index)) {
      server.create(index, MAPPING);
    }
    return index;
  }

  JsonObject error(Duration ago, String host, String type) {
    return document(
        now.minus(ago),
        "host.name",
        host,
        "error.type",
        type,
        "log.level",
        "error",
        "message",
        type + " on " + host);
  }

  Reading asked(RealSearch server, String searches, List<Labels> burning) throws IOException {
    Files.writeString(file, searches);
    return source.poll(server.question("logs", server.secret(), now, null, burning));
  }
}

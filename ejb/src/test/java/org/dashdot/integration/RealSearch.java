package org.dashdot.integration;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.dashdot.signal.JsonInput;
import org.dashdot.signal.Labels;
import org.dashdot.signal.SignalSource;

/**
 * The real servers, each started once for all tests: an OpenSearch that lets everybody in, and an
 * Elasticsearch with users, of whom one may only read {@code logs-*} and {@code metricbeat-*}.
 */
public enum RealSearch {
  OPENSEARCH(null),
  ELASTICSEARCH("reader:read-4711");

  private static final String OWNER = "watcher:watch-4711";

  private static final Map<String, String> USERS =
      Map.of(
          "users",
          """
          watcher:$2a$10$z6115B0SBZuFoMXtEMwz2u3wJVi7poEzsrg6uST7aTZXwchzUjyLK
          reader:$2a$10$5/UBGjm.tJV9XPi89br10uuvHILkx3k/C/vC88JhLn9tE1WzbE5Dy
          """,
          "users_roles",
          "reader:reader\nsuperuser:watcher\n",
          "roles.yml",
          "reader: {indices: [{names: ['logs-*', 'metricbeat-*'], privileges: ['read']}]}\n");

  private final String secret;
  private SearchProgram program;

  RealSearch(String secret) {
    this.secret = secret;
  }

  /** Started if it is not yet; ends the test with a plain message where it cannot be. */
  public synchronized String url() {
    if (program == null) {
      program = this == OPENSEARCH ? openSearch() : elasticsearch();
    }
    return program.url();
  }

  private static SearchProgram openSearch() {
    if (Runtime.version().feature() >= 24) {
      SearchProgram.unavailable("OpenSearch 2 needs Java 23 or older.");
    }
    return SearchProgram.start("opensearch", "OPENSEARCH", Map.of(), List.of());
  }

  private static SearchProgram elasticsearch() {
    return SearchProgram.start(
        "elasticsearch",
        "ES",
        USERS,
        List.of(
            "xpack.security.enabled=true",
            "xpack.security.autoconfiguration.enabled=false",
            "xpack.security.http.ssl.enabled=false",
            "xpack.security.transport.ssl.enabled=false"));
  }

  /** What a source asks it, as somebody who may read. */
  public SignalSource.Question question(String source, Instant now, Instant answeredAt) {
    return question(source, secret, now, answeredAt, List.of());
  }

  /**
   * @param burning the labels of what burns, whatever the alert's name
   */
  public SignalSource.Question question(
      String source, String secret, Instant now, Instant answeredAt, List<Labels> burning) {
    return new SignalSource.Question(
        source,
        url(),
        secret,
        Duration.ofSeconds(20),
        now,
        answeredAt,
        name -> burning.stream().filter(labels -> labels.name().equals(name)).toList());
  }

  /** What it is asked with when that may be done. */
  public String secret() {
    return secret;
  }

  /** Makes an index. */
  public void create(String index, String mapping) {
    ask("PUT", "/" + index, "{\"mappings\":" + mapping + "}");
  }

  /** Writes documents, and waits until they are visible. */
  public void write(String index, List<JsonObject> documents) {
    StringBuilder bulk = new StringBuilder();
    for (JsonObject document : documents) {
      bulk.append("{\"create\":{}}\n").append(document).append('\n');
    }
    JsonObject answer = ask("POST", "/" + index + "/_bulk?refresh=true", bulk.toString());
    assertThat(answer.getBoolean("errors")).as(answer.toString()).isFalse();
  }

  private JsonObject ask(String method, String path, String body) {
    try {
      String basic = Base64.getEncoder().encodeToString(OWNER.getBytes(StandardCharsets.UTF_8));
      HttpFetch.Answer answer =
          new HttpFetch()
              .send(
                  new HttpFetch.Request(
                      method,
                      url() + path,
                      this == OPENSEARCH
                          ? Map.of("Content-Type", "application/json")
                          : Map.of(
                              "Content-Type",
                              "application/json",
                              "Authorization",
                              "Basic " + basic),
                      body.getBytes(StandardCharsets.UTF_8)),
                  Duration.ofSeconds(60));
      JsonObject json = JsonInput.read(answer.body()).asJsonObject();
      assertThat(answer.status()).as("%s", json).isBetween(200, 299);
      return json;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A member of a document, nested by the dots of its name. */
  public static JsonObject document(Instant at, Object... namesAndValues) {
    var document = Json.createObjectBuilder().add("@timestamp", at.toString());
    for (int i = 0; i < namesAndValues.length; i += 2) {
      String name = (String) namesAndValues[i];
      if (namesAndValues[i + 1] instanceof Number number) {
        document.add(name, number.doubleValue());
      } else {
        document.add(name, (String) namesAndValues[i + 1]);
      }
    }
    return document.build();
  }
}

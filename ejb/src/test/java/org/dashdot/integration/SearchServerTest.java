package org.dashdot.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.dashdot.signal.JsonInput;
import org.dashdot.signal.SignalSource;
import org.dashdot.signal.SourceUnreachable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a search server is spoken to. */
class SearchServerTest {

  private static final List<SearchServer.Search> ONE =
      List.of(new SearchServer.Search("logs-*", JsonValue.EMPTY_JSON_OBJECT));

  private static SignalSource.Question question(String url, String secret) {
    return new SignalSource.Question("my.logs", url, secret, Duration.ofSeconds(9), Instant.EPOCH);
  }

  private static HttpFetch.Request asked(String secret) {
    ScriptedFetch http = answering(200, "{\"responses\": [{\"status\": 200}]}");
    new SearchServer(http, question("https://search.example/es/", secret)).searchAll(ONE);
    return http.asked().get(0);
  }

  private static ScriptedFetch answering(int status, String text) {
    String step =
        "[{\"status\": %d, \"text\": %s}]".formatted(status, Json.createValue(text).toString());
    return ScriptedFetch.of(
        JsonInput.read(step.getBytes(StandardCharsets.UTF_8))
            .asJsonArray()
            .getValuesAs(JsonObject.class));
  }

  @ParameterizedTest
  @CsvSource({
    "reader:pass:word, Basic cmVhZGVyOnBhc3M6d29yZA==",
    "VnVhQ2ZHY0JDZGJrUW0=, ApiKey VnVhQ2ZHY0JDZGJrUW0=",
    "ApiKey id:key, ApiKey aWQ6a2V5",
    "ApiKey VnVhQ2ZHY0JDZGJrUW0=, ApiKey VnVhQ2ZHY0JDZGJrUW0=",
    "Bearer abc.def, Bearer abc.def"
  })
  void whoAsksIsSaidInTheWayThatTheSecretIsWritten(String secret, String header) {
    assertThat(asked(secret).headers()).containsEntry("Authorization", header);
  }

  @Test
  void withoutASecretNobodyIsNamed() {
    assertThat(asked(null).headers()).doesNotContainKey("Authorization");
    assertThat(asked(null).url()).isEqualTo("https://search.example/es/_msearch");
  }

  @Test
  void aSecretThatNoHeaderCarriesIsNotShown() {
    assertThatThrownBy(() -> asked("Bearer s\u00e9cret\nx"))
        .isInstanceOf(SourceUnreachable.class)
        .hasMessageContaining("DASHDOT_SECRET_MY_LOGS")
        .hasMessageNotContaining("cret\n");
  }

  @Test
  void anAddressWithAPasswordIsRefusedWithoutShowingIt() {
    assertThatThrownBy(
            () -> new SearchServer(new HttpFetch(), question("http://me:hush@search", null)))
        .isInstanceOf(SourceUnreachable.class)
        .hasMessageContaining("DASHDOT_SECRET_MY_LOGS to user:password")
        .hasMessageNotContaining("hush");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "502 | <html>Bad gateway</html> | answers 502: status 502",
        "404 | {\"error\": \"no handler found\"} | answers 404: no handler found",
        "200 | [] | answers what it should not: a JSON object was expected",
        "200 | {\"responses\": []} | answers what it should not: no 'responses'",
        "403 | {\"error\": {\"reason\": \"forbidden\"}} | answers 403 (forbidden): set DASHDOT_SECRET"
      })
  void whatIsNoAnswerIsSaidWithItsReason(int status, String text, String told) {
    SearchServer server =
        new SearchServer(answering(status, text), question("https://search.example", null));
    assertThatThrownBy(() -> server.searchAll(ONE))
        .isInstanceOf(SourceUnreachable.class)
        .hasMessageContaining(told);
  }
}

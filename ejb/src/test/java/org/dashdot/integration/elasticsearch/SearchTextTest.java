package org.dashdot.integration.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.dashdot.signal.JsonInput;
import org.dashdot.signal.SourceUnreachable;
import org.dashdot.signal.Undecodable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How saved searches are written. */
class SearchTextTest {

  @TempDir Path folder;

  private static SavedSearch read(String members) {
    byte[] text = ("{" + members.replace('\'', '"') + "}").getBytes(StandardCharsets.UTF_8);
    return SearchText.read((JsonObject) JsonInput.read(text));
  }

  @Test
  void whatIsNotSaidHasADefault() {
    SavedSearch search = read("'name': 'Errors', 'index': 'logs-*', 'raise': 5");
    assertThat(search.kind()).isEqualTo(SavedSearch.Kind.COUNT);
    assertThat(search.timeField()).isEqualTo("@timestamp");
    assertThat(search.window()).isEqualTo(Duration.ofMinutes(5));
    assertThat(search.labels().get("severity")).contains("warning");
    assertThat(search.raised(5)).isTrue();
    assertThat(search.cleared(5)).isFalse();
    assertThat(search.cleared(4)).isTrue();
  }

  @Test
  void fewerCanBeWorse() {
    SavedSearch search =
        read("'name': 'A', 'index': 'i', 'worse': 'below', 'raise': 0, 'clear': 10");
    assertThat(search.raised(0)).isTrue();
    assertThat(search.raised(1)).isFalse();
    assertThat(search.cleared(10)).isFalse();
    assertThat(search.cleared(11)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          'index': 'i', 'raise': 1                                                | 'name' is needed
          'name': 'a b', 'index': 'i', 'raise': 1                                 | 'name'
          'name': 'A', 'raise': 1                                                 | 'index' is needed
          'name': 'A', 'index': '_all/_search', 'raise': 1                        | 'index'
          'name': 'A', 'index': 'a/../b', 'raise': 1                              | 'index'
          'name': 'A', 'index': 'i'                                               | 'raise' is needed
          'name': 'A', 'index': 'i', 'raise': 'many'                              | 'raise' must be a number
          'name': 'A', 'index': 'i', 'raise': 1, 'clear': 2                       | 'clear'
          'name': 'A', 'index': 'i', 'raise': 1, 'worse': 'below', 'clear': 1     | 'clear'
          'name': 'A', 'index': 'i', 'raise': 1, 'kind': 'sum'                    | 'kind'
          'name': 'A', 'index': 'i', 'raise': 1, 'kind': 'groups'                 | 'by' is needed
          'name': 'A', 'index': 'i', 'raise': 1, 'kind': 'groups', 'by': 'h', 'worse': 'below' | 'worse'
          'name': 'A', 'index': 'i', 'raise': 1, 'kind': 'groups', 'by': 'h', 'as': 'source'   | 'as'
          'name': 'A', 'index': 'i', 'raise': 1, 'window': '5m'                   | 'window' is a duration
          'name': 'A', 'index': 'i', 'raise': 1, 'window': 'PT-5M'                | 'window'
          'name': 'A', 'index': 'i', 'raise': 1, 'severity': 'bad'                | 'severity'
          'name': 'A', 'index': 'i', 'raise': 1, 'query': 7                       | 'query'
          'name': 'A', 'index': 'i', 'raise': 1, 'mayBeMissing': 'yes'            | 'mayBeMissing'
          'name': 'A', 'index': 'i', 'raise': 1, 'treshold': 7                    | 'treshold' is no member
          """)
  void whatIsWrongIsToldByItsMember(String members, String told) {
    assertThatThrownBy(() -> read(members))
        .isInstanceOf(Undecodable.class)
        .hasMessageContaining(told);
  }

  @Test
  void twoOfOneNameAreToldAndTheFirstCounts() throws IOException {
    Path file = folder.resolve("searches.json");
    Files.writeString(
        file,
        """
        [{"name": "A", "index": "i", "raise": 1}, {"name": "A", "index": "j", "raise": 1}, 7]
        """);
    SearchFile read = SearchFile.read(file.toString(), "logs");
    assertThat(read.searches()).extracting(SavedSearch::index).containsExactly("i");
    assertThat(read.wrong())
        .containsEntry("A", "There are two of this name.")
        .containsEntry("number 3", "It is not an object.");
  }

  @Test
  void withoutAFileTheSourceSaysHowToNameOne() {
    assertThatThrownBy(() -> SearchFile.read("", "logs"))
        .isInstanceOf(SourceUnreachable.class)
        .hasMessageContaining("source.logs.elasticsearch.searches");
    assertThatThrownBy(() -> SearchFile.read(folder.resolve("none.json").toString(), "logs"))
        .isInstanceOf(SourceUnreachable.class)
        .hasMessageContaining("none.json")
        .hasMessageContaining("cannot be read");
  }

  @Test
  void theLinkShowsTheSameEventsAndEscapesWhatWasTyped() {
    SavedSearch search =
        read(
            "'name': 'A', 'index': 'i', 'raise': 1, 'query': 'user:o\\u0027hara!',"
                + " 'dataView': 'logs'");
    String link =
        KibanaLink.to("https://k.example/", search, Instant.parse("2026-11-22T07:10:30Z"));
    assertThat(URLDecoder.decode(link, StandardCharsets.UTF_8))
        .isEqualTo(
            "https://k.example/app/discover#/"
                + "?_g=(time:(from:'2026-11-22T07:05:30Z',to:'2026-11-22T07:10:30Z'))"
                + "&_a=(index:'logs',query:(language:lucene,query:'user:o!'hara!!'))");
    assertThat(KibanaLink.to("", search, Instant.EPOCH)).isNull();
  }
}

package org.dashdot.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Spans as people write them. */
class SpanWordsTest {

  @ParameterizedTest
  @CsvSource({
    "5 min, PT5M, 5 min",
    "5m, PT5M, 5 min",
    "90 s, PT1M30S, 1 min 30 s",
    "1 h 30 min, PT1H30M, 1 h 30 min",
    "2 hours, PT2H, 2 h",
    "1 d, PT24H, 1 d",
    "PT20M, PT20M, 20 min",
    "pt20m, PT20M, 20 min",
    "0 min, PT0S, 0 min",
    "1 working day, 1wd, 1 working day",
    "3wd, 3wd, 3 working days"
  })
  void isUnderstoodAndSaid(String text, String written, String words) {
    Span span = Span.read("after", text);
    assertThat(span).hasToString(written);
    assertThat(span.words()).isEqualTo(words);
    assertThat(Span.read("after", span.words())).isEqualTo(span);
    assertThat(Span.parse(span.toString())).isEqualTo(span);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "soon",
        "5",
        "-5 min",
        "PT-5M",
        "5 parsecs",
        "999999 d",
        "1wdx",
        "5 min later"
      })
  void whatIsNoSpanIsRefused(String text) {
    assertThatThrownBy(() -> Span.read("after", text)).isInstanceOf(InvalidInput.class);
  }
}

package org.dashdot.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SentenceTest {

  private static final Labels LABELS = Labels.of(Map.of("instance", "web-1:9100", "path", "/var"));

  @Test
  void namesInDoubleBracesAreFilledIn() {
    assertThat(Sentence.filled("{{path}} of {{ host }} at {{value}} %", LABELS, "91"))
        .isEqualTo("/var of web-1 at 91 %");
    assertThat(Sentence.filled("{{nothing}}!", LABELS, "91")).isEqualTo("!");
  }

  @Test
  void nothingElseIsTouchedOrExecuted() {
    assertThat(Sentence.filled("#{1+1} ${x} {{open", LABELS, "v")).isEqualTo("#{1+1} ${x} {{open");
    Labels nested = Labels.of(Map.of("a", "{{value}}"));
    assertThat(Sentence.filled("{{a}}", nested, "v")).isEqualTo("{{value}}");
  }

  @Test
  void aLongLineIsCut() {
    assertThat(Sentence.filled("{{value}}", LABELS, "x".repeat(5_000))).hasSizeLessThan(400);
  }
}

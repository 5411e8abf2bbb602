package org.dashdot.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Hostile JSON gets a reason and harms nothing. */
class JsonInputTest {

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void deepNestingIsRefusedBeforeAParserSeesIt() {
    assertThatThrownBy(() -> JsonInput.read(bytes("[".repeat(1000) + "]".repeat(1000))))
        .isInstanceOf(Undecodable.class)
        .hasMessageContaining("nested");
  }

  @Test
  void bracketsInsideTextsDoNotCount() {
    assertThat(JsonInput.read(bytes("[\"" + "[\\\"{".repeat(500) + "\"]"))).isNotNull();
  }

  @Test
  void brokenAndEmptyAndForeignBytesAreRefused() {
    assertThatThrownBy(() -> JsonInput.read(bytes("{\"a\":"))).isInstanceOf(Undecodable.class);
    assertThatThrownBy(() -> JsonInput.read(new byte[0])).hasMessageContaining("empty");
    assertThatThrownBy(() -> JsonInput.read(new byte[] {(byte) 0xff, (byte) 0xfe}))
        .hasMessageContaining("UTF-8");
  }

  @Test
  void timesAreReadToTheMicrosecondAndTheZeroTimeIsAbsent() {
    JsonObject object =
        (JsonObject)
            JsonInput.read(
                bytes(
                    "{\"a\":\"2026-11-22T07:08:14.123456789+01:00\",\"z\":\"0001-01-01T00:00:00Z\"}"));
    assertThat(JsonInput.time(object, "a")).hasToString("2026-11-22T06:08:14.123456Z");
    assertThat(JsonInput.time(object, "z")).isNull();
    assertThat(JsonInput.time(object, "absent")).isNull();
  }

  @Test
  void labelsMustBeTexts() {
    JsonObject object = (JsonObject) JsonInput.read(bytes("{\"labels\":{\"a\":1}}"));
    assertThatThrownBy(() -> JsonInput.texts(object, "labels")).hasMessageContaining("labels.a");
  }

  @Test
  void aNumberWithAnEndlessExponentIsRefused() {
    assertThatThrownBy(
            () -> JsonInput.read("{\"a\": 1e99999999999}".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(Undecodable.class)
        .hasMessageContaining("number");
    assertThat(JsonInput.read("[1e300, -2.5E-300, true]".getBytes(StandardCharsets.UTF_8)))
        .isNotNull();
  }
}

package org.dashdot.integration.syslog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class FramesTest {

  private static List<String> frames(String stream) {
    return Frames.of(stream.getBytes(StandardCharsets.UTF_8)).stream()
        .map(frame -> new String(frame, StandardCharsets.UTF_8))
        .toList();
  }

  @Test
  void countedOnesAndLinesAreToldApartInOneStream() {
    assertThat(frames("5 <1>ab7 <2>c\nd\n<3>e\r\n<4>f\n"))
        .containsExactly("<1>ab", "<2>c\nd\n", "<3>e\r", "<4>f");
    assertThat(frames("<3>no end")).containsExactly("<3>no end");
    assertThat(frames("2026-11-22 a line that begins with digits\n"))
        .containsExactly("2026-11-22 a line that begins with digits");
    assertThat(frames("\n\n\r\n")).isEmpty();
  }

  @Test
  void whatIsCutOffIsKept() {
    assertThat(frames("50 <1>only this")).containsExactly("<1>only this");
    assertThat(frames("12")).containsExactly("12");
  }

  @Test
  void whatIsTooLongIsCutAndWhatFollowsIsReadAgain() {
    String large = "x".repeat(70_000);
    List<String> frames = frames("70000 " + large + "3 abc" + large + "\n<1>after\n");
    assertThat(frames).hasSize(4);
    assertThat(frames.get(0)).hasSize(Frames.LONGEST);
    assertThat(frames.get(1)).isEqualTo("abc");
    assertThat(frames.get(2)).hasSize(Frames.LONGEST);
    assertThat(frames.get(3)).isEqualTo("<1>after");
  }
}

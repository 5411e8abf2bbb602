package org.dashdot.term;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WordsTest {

  @Test
  void wordsAreSmallAndWithoutWhatStandsBetweenThem() {
    assertThat(Words.asked("Disk (FULL), \"host=web\" 71 %!"))
        .containsExactly("disk", "full", "host", "web", "71");
    assertThat(Words.asked("Überlast ＦＵＬＬ")).containsExactly("überlast", "full");
    assertThat(Words.asked(" % -- … ")).isEmpty();
    assertThat(Words.asked(null)).isEmpty();
  }

  @Test
  void aHostStaysWholeAndIsFoundByItsParts() {
    assertThat(Words.kept(List.of("down: web-40.example.com:9100")))
        .containsExactly(
            "down",
            "web-40.example.com:9100",
            "40.example.com:9100",
            "example.com:9100",
            "com:9100",
            "9100");
    assertThat(Words.asked("web-40.")).containsExactly("web-40");
  }

  @Test
  void anAlertIsFoundByEachOfItsWords() {
    assertThat(Words.kept(List.of("NodeDiskFull", "HTTPErrors")))
        .containsExactly("nodediskfull", "httperrors", "diskfull", "full", "errors");
  }

  @Test
  void pathsAreSplit() {
    assertThat(Words.kept(List.of("/var/lib_x"))).containsExactly("var", "lib_x", "x");
  }

  @Test
  void longWordsAreCutAlikeWhenKeptAndWhenAskedFor() {
    String word = "x".repeat(63) + "\uD83D\uDE00" + "y";
    String letters = "x".repeat(63) + "\uD835\uDC9C" + "y";
    assertThat(Words.asked("a".repeat(200))).containsExactly("a".repeat(64));
    assertThat(Words.kept(List.of("a".repeat(200)))).containsExactly("a".repeat(64));
    assertThat(Words.asked(word)).first().asString().hasSize(63);
    assertThat(Words.asked(letters)).first().asString().hasSizeLessThanOrEqualTo(64);
  }

  @Test
  void oneThingHasAtMostFortyWordsAndWholeOnesFirst() {
    String many = IntStream.range(0, 60).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
    assertThat(Words.kept(List.of("web-1.example", many))).hasSize(40).contains("w38");
  }
}

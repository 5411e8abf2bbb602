package org.dashdot.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A short message fits into one, whatever a source calls its trouble. */
class ShortMessageTest {

  private static final String ALPHABET =
      "@£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZ"
          + "ÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà^{}\\[~]|€";

  private static Map<String, String> values(String title, String url) {
    Map<String, String> values = new HashMap<>();
    values.put("priority", "P1");
    values.put("number", "4711");
    values.put("title", title);
    values.put("time", "03:02");
    values.put("reason", "it is yours");
    values.put("short", url);
    return values;
  }

  private static String brief(String title, String url) {
    return Wording.brief(new Template(MessagePart.SMS.shipped()), values(title, url));
  }

  @Test
  void saysWhatToKnowAtThreeInTheMorning() {
    assertThat(brief("checkout slow", "https://dash.example.org/t/4711"))
        .isEqualTo(
            "P1 #4711 checkout slow, since 03:02. Reply A4711 = mine."
                + " https://dash.example.org/t/4711");
  }

  @Test
  void aLongTitleIsCutAndTheLinkStays() {
    String brief = brief("disk ".repeat(60), "https://dash.example.org/t/4711");
    assertThat(Gsm7.length(brief)).isLessThanOrEqualTo(160);
    assertThat(brief)
        .startsWith("P1 #4711 disk disk")
        .endsWith("..., since 03:02. Reply A4711 = mine. https://dash.example.org/t/4711");
  }

  @Test
  void aLinkThatLeavesNoRoomIsLeftOut() {
    String brief = brief("checkout slow", "https://" + "very-".repeat(40) + "long/t/4711");
    assertThat(brief).isEqualTo("P1 #4711 checkout slow, since 03:02. Reply A4711 = mine.");
  }

  @Test
  void whatTheAlphabetLacksIsWrittenWithWhatItHas() {
    assertThat(Gsm7.of("„Größe“ – naïve café ≥ 5 % Łódź Ⅷ\n日本🔥\u0000x"))
        .isEqualTo("\"Größe\" - naive café >= 5 % Lodz VIII ??? x");
  }

  @Test
  void anyTitleFits() {
    Random random = new Random(4711);
    for (int i = 0; i < 20_000; i++) {
      String title =
          random
              .ints(random.nextInt(300), 0, 0x1_1000)
              .map(c -> random.nextInt(3) == 0 ? c : "[]{}|€^~\\abc ü".charAt(c % 14))
              .filter(c -> c < 0xd800 || c > 0xdfff)
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString();
      String url = "https://h" + "x".repeat(random.nextInt(200)) + "/t/4711";
      String brief = brief(title, url);
      assertThat(Gsm7.length(brief)).as(title).isLessThanOrEqualTo(160);
      assertThat(brief.chars().filter(c -> ALPHABET.indexOf(c) < 0).toArray()).as(brief).isEmpty();
      assertThat(brief).startsWith("P1 #4711");
    }
  }

  @Test
  void eachCharacterOfTheSecondTableCountsTwice() {
    assertThat(IntStream.of(Gsm7.length("[]"), Gsm7.length("€a"), Gsm7.length("abc")).toArray())
        .containsExactly(4, 3, 3);
  }
}

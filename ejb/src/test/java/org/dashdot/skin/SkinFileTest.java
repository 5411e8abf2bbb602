package org.dashdot.skin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dashdot.shared.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An artist's skin works by upload; a hostile or unreadable one is refused with the reason. */
class SkinFileTest {

  private static final String SVG =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 320 200\">%s</svg>";

  static byte[] zip(Map<String, String> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static String manifest(String name, Map<String, String> changed) {
    Map<String, String> colours = new LinkedHashMap<>(Skins.shipped("night").colours());
    colours.putAll(changed);
    StringBuilder json = new StringBuilder("{\"name\":\"" + name + "\",\"colours\":{");
    colours.forEach((key, value) -> json.append("\"%s\":\"%s\",".formatted(key, value)));
    json.setLength(json.length() - 1);
    return json.append("}}").toString();
  }

  private static byte[] with(String file, String content) {
    return zip(Map.of("skin.json", manifest("mine", Map.of()), file, content));
  }

  @Test
  void aFolderWithColoursAndADrawingIsASkin() {
    Skin skin =
        SkinFile.read(
            zip(
                Map.of(
                    "mine/skin.json",
                    manifest("mine", Map.of("calm", "#456789")),
                    "mine/green.svg",
                    SVG.formatted(
                        "<!-- a hand --><g transform=\"rotate(3)\"><path d=\"M1 2L3 4\""
                            + " stroke=\"currentColor\"/></g>"))));

    assertThat(skin.name()).isEqualTo("mine");
    assertThat(skin.colours()).containsEntry("calm", "#456789").hasSize(24);
    assertThat(skin.glyphs())
        .containsOnlyKeys("green")
        .containsValue(
            "<g transform=\"rotate(3)\"><path d=\"M1 2L3 4\" stroke=\"currentColor\"></path></g>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<script>alert(1)</script> | <script> is not allowed",
        "<image href=\"https://example.org/x.png\"/> | <image> is not allowed",
        "<use href=\"#x\"/> | <use> is not allowed",
        "<foreignObject/> | <foreignObject> is not allowed",
        "<style>*{}</style> | <style> is not allowed",
        "<path d=\"M0 0\" onclick=\"x()\"/> | attribute onclick",
        "<path d=\"M0 0\" style=\"fill:red\"/> | attribute style",
        "<path d=\"M0 0\" fill=\"url(https://example.org)\"/> | attribute fill",
        "<path d=\"M0 0\" fill=\"red\"/> | attribute fill",
        "<path d=\"M0 0;x\"/> | attribute d",
        "<g id=\"paint-core\"/> | attribute id",
        "<rect width=\"1e9\" height=\"expression(1)\"/> | attribute height",
        "<g xmlns=\"http://www.w3.org/1999/xhtml\"/> | <g> is not allowed",
        "words | text is not allowed",
        "<circle r=\"1\"> | no plain XML",
      })
  void whatCouldDoHarmIsRefusedWithTheReason(String content, String why) {
    assertThatThrownBy(() -> SkinFile.read(with("red.svg", SVG.formatted(content))))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("red.svg")
        .hasMessageContaining(why);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><svg>&x;</svg>",
        "<svg viewBox=\"0 0 320 200\"/>",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>",
        "",
      })
  void whatIsNoDrawingOfThatSizeIsRefused(String svg) {
    assertThatThrownBy(() -> SkinFile.read(with("dots.svg", svg)))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("dots.svg");
  }

  @Test
  void whatIsTooMuchIsRefusedBeforeItIsRead() {
    String many = SVG.formatted("<g/>".repeat(400));
    String large = " ".repeat(70_000);
    Map<String, String> files = new LinkedHashMap<>();
    Stream.iterate(1, i -> i + 1).limit(20).forEach(i -> files.put("f" + i, ""));

    assertThatThrownBy(() -> SkinFile.read(with("red.svg", many))).hasMessageContaining("300");
    assertThatThrownBy(() -> SkinFile.read(with("red.svg", large))).hasMessageContaining("64 KiB");
    assertThatThrownBy(() -> SkinFile.read(zip(files))).hasMessageContaining("12 files");
    assertThatThrownBy(() -> SkinFile.read(new byte[SkinFile.LARGEST + 1]))
        .hasMessageContaining("256 KiB");
  }

  @Test
  void whatIsNoArchiveOrHasOtherFilesIsRefused() {
    assertThatThrownBy(() -> SkinFile.read("no archive".getBytes(StandardCharsets.UTF_8)))
        .hasMessageContaining("skin.json");
    assertThatThrownBy(() -> SkinFile.read(with("../../evil.sh", "x")))
        .hasMessageContaining("does not belong");
    assertThatThrownBy(() -> SkinFile.read(zip(Map.of("skin.json", "[]"))))
        .hasMessageContaining("JSON object");
    assertThatThrownBy(() -> SkinFile.read(zip(Map.of("skin.json", manifest("../x", Map.of())))))
        .hasMessageContaining("name");
  }

  @Test
  void wordsThatCannotBeReadAreRefused() {
    byte[] pale = zip(Map.of("skin.json", manifest("pale", Map.of("green-core", "#9be8c8"))));
    byte[] dark = zip(Map.of("skin.json", manifest("dark", Map.of("high", "#201010"))));
    byte[] lost = zip(Map.of("skin.json", manifest("lost", Map.of("calm", "#1f4a3d"))));
    byte[] odd = zip(Map.of("skin.json", manifest("odd", Map.of("calm", "url(x)"))));

    assertThatThrownBy(() -> SkinFile.read(pale))
        .hasMessageContaining("green-ink on green-core has a contrast of 1.");
    assertThatThrownBy(() -> SkinFile.read(dark)).hasMessageContaining("high on green-ground");
    assertThatThrownBy(() -> SkinFile.read(lost))
        .hasMessageContaining("calm on green-ground has a contrast of 1.90; it needs 2.5");
    assertThatThrownBy(() -> SkinFile.read(odd)).hasMessageContaining("#1c8f6c");
  }

  /**
   * An eye without one kind of cones, as what it makes of linear red, green and blue: for long and
   * middle waves by Viénot, Brettel and Mollon (1999), for short ones by Machado et al. (2009).
   */
  enum Eye {
    PROTAN(0.11238, 0.88762, 0, 0.11238, 0.88762, 0, 0.00401, -0.00401, 1),
    DEUTAN(0.29275, 0.70725, 0, 0.29275, 0.70725, 0, -0.02234, 0.02234, 1),
    TRITAN(
        1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039);

    private final double[] matrix;

    Eye(double... matrix) {
      this.matrix = matrix;
    }

    private double apart(String a, String b) {
      double apart = 0;
      for (int row = 0; row < 9; row += 3) {
        double difference = 0;
        for (int i = 0; i < 3; i++) {
          difference +=
              matrix[row + i]
                  * (SkinColours.linear(a, 1 + 2 * i) - SkinColours.linear(b, 1 + 2 * i));
        }
        apart += Math.abs(difference);
      }
      return apart;
    }
  }

  @ParameterizedTest
  @EnumSource(Eye.class)
  void shippedLooksStayApartForEveryEye(Eye eye) {
    assertApart(eye, SkinColours.LOOKS.stream().map(look -> look + "-core").toList(), 0.05);
  }

  /**
   * Skins of others need not keep this: there, and for an eye without any colour, marks are told by
   * how far a cell stands out and how large a mote is, which geometry.test.mjs holds.
   */
  @ParameterizedTest
  @EnumSource(Eye.class)
  void shippedMarksStayApartForEveryEye(Eye eye) {
    assertApart(eye, SkinColours.AROUND, 0.2);
  }

  private static void assertApart(Eye eye, List<String> names, double least) {
    for (String skin : List.of("night", "quiet")) {
      Map<String, String> colours = Skins.shipped(skin).colours();
      for (String a : names) {
        for (String b : names) {
          if (!a.equals(b)) {
            assertThat(eye.apart(colours.get(a), colours.get(b)))
                .as("%s: %s and %s", skin, a, b)
                .isGreaterThan(least);
          }
        }
      }
    }
  }
}

package org.dashdot.it;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A skin as its artist uploads it. */
final class SkinZip {

  private SkinZip() {}

  /**
   * With one drawing.
   *
   * @param file the name of the drawing's file
   * @param drawing what stands inside its svg element
   */
  static byte[] of(String name, Map<String, String> colours, String file, String drawing)
      throws IOException {
    String manifest =
        "{\"name\":\"%s\",\"author\":\"Ada\",\"colours\":{%s}}"
            .formatted(
                name,
                colours.entrySet().stream()
                    .map(e -> "\"%s\":\"%s\"".formatted(e.getKey(), e.getValue()))
                    .collect(Collectors.joining(",")));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      add(zip, name + "/skin.json", manifest);
      add(
          zip,
          name + "/" + file,
          "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 320 200'>" + drawing + "</svg>");
    }
    return bytes.toByteArray();
  }

  private static void add(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
  }
}

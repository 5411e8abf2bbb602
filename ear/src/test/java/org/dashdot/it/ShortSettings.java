package org.dashdot.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The short times of all tests, with some of a test's own. */
final class ShortSettings {

  private ShortSettings() {}

  /** A file for {@code DASHDOT_SETTINGS}. */
  static String with(Path folder, String... lines) {
    try {
      List<String> shared =
          Files.readAllLines(Path.of(System.getProperty("dashdot.test.settings")));
      return Files.write(
              folder.resolve("settings.properties"),
              Stream.concat(shared.stream(), Stream.of(lines)).toList())
          .toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

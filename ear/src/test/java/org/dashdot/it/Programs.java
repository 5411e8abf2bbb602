package org.dashdot.it;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** External programs that a test starts; missing on a user's machine it skips, in CI it fails. */
final class Programs {

  private Programs() {}

  /** The path of a program; ends the test with a plain message when it is not installed. */
  static String find(String name) {
    for (String folder : System.getenv("PATH").split(":")) {
      Path file = Path.of(folder, name);
      if (Files.isExecutable(file)) {
        return file.toString();
      }
    }
    String message = name + " is not installed; install it to run this test.";
    if ("true".equals(System.getenv("CI"))) {
      fail(message);
    }
    Assumptions.abort(message);
    return null;
  }

  /** Starts a program in a folder, its output in a file there. */
  static Process start(Path folder, String name, String... arguments) throws IOException {
    List<String> command = Stream.concat(Stream.of(find(name)), Stream.of(arguments)).toList();
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve(name + ".out").toFile())
        .start();
  }
}

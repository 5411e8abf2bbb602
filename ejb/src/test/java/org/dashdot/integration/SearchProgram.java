package org.dashdot.integration;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Assumptions;

/**
 * A search server as it is published, unpacked into a folder of its own and run as a process on
 * loopback, small and without a cluster.
 */
final class SearchProgram {

  private static final int PATIENCE_SECONDS = 120;

  private final Path folder;
  private final int port;
  private final Process process;

  private SearchProgram(Path folder, int port, Process process) {
    this.folder = folder;
    this.port = port;
    this.process = process;
  }

  /**
   * Starts it; ends the test with a plain message where it cannot be run.
   *
   * @param name of its archive and of its program
   * @param variables the beginning of the names of its environment variables
   * @param files of its configuration, by their names
   * @param settings on its command line
   */
  static SearchProgram start(
      String name, String variables, Map<String, String> files, List<String> settings) {
    String archives = System.getProperty("dashdot.test.search");
    Path archive = archives == null ? null : Path.of(archives, name + ".zip");
    if (archive == null || !Files.exists(archive)) {
      unavailable(name + " was not fetched: run mvn verify -pl ejb.");
    }
    try {
      Path folder = Files.createTempDirectory("dash-dot-" + name);
      Path home = unpacked(archive, folder);
      for (Map.Entry<String, String> file : files.entrySet()) {
        Files.writeString(home.resolve("config").resolve(file.getKey()), file.getValue());
      }
      Files.createDirectories(folder.resolve("tmp"));
      int port = freePort();
      Process process = launched(name, variables, folder, home, port, settings);
      SearchProgram program = new SearchProgram(folder, port, process);
      Runtime.getRuntime().addShutdownHook(new Thread(program::stop));
      program.awaitStart(name);
      return program;
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be started", e);
    }
  }

  /** Missing on a user's machine it skips, in CI it fails. */
  static void unavailable(String message) {
    if ("true".equals(System.getenv("CI"))) {
      fail(message);
    }
    Assumptions.abort(message);
  }

  String url() {
    return "http://127.0.0.1:" + port;
  }

  private static Process launched(
      String name, String variables, Path folder, Path home, int port, List<String> settings)
      throws IOException {
    List<String> command = new ArrayList<>(unprivileged(folder));
    command.addAll(List.of("bash", home.resolve("bin").resolve(name).toString()));
    Stream.concat(
            Stream.of(
                "discovery.type=single-node",
                "network.host=127.0.0.1",
                "http.port=" + port,
                "transport.port=" + freePort(),
                "cluster.routing.allocation.disk.threshold_enabled=false"),
            settings.stream())
        .forEach(setting -> command.add("-E" + setting));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.environment().put("HOME", folder.toString());
    builder.environment().put(variables + "_JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put(variables + "_TMPDIR", folder.resolve("tmp").toString());
    builder
        .environment()
        .put(variables + "_JAVA_OPTS", "-Xms384m -Xmx384m -XX:TieredStopAtLevel=1");
    return builder
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("output").toFile())
        .start();
  }

  /** It refuses to run as root; then it runs as nobody, to whom the folder is given. */
  private static List<String> unprivileged(Path folder) throws IOException {
    if (!"root".equals(System.getProperty("user.name"))) {
      return List.of();
    }
    Process given =
        new ProcessBuilder("chown", "-R", "65534:65534", folder.toString()).inheritIO().start();
    if (given.onExit().join().exitValue() != 0) {
      unavailable("The folder of a search server cannot be given to an unprivileged user.");
    }
    return List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");
  }

  private void awaitStart(String name) throws IOException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!Files.readString(folder.resolve("output")).matches("(?s).*\\] started.*")) {
      if (!process.isAlive() || System.nanoTime() > end) {
        String said = Files.readString(folder.resolve("output"));
        stop();
        fail(name + " did not start:\n" + said);
      }
      awaitOutput();
    }
  }

  private void awaitOutput() {
    try {
      process.waitFor(200, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** Its launcher may have started a process of its own. */
  private void stop() {
    List<ProcessHandle> all =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(one -> one.onExit().join());
    delete(folder);
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static Path unpacked(Path archive, Path folder) throws IOException {
    try (InputStream in = Files.newInputStream(archive);
        ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path file = folder.resolve(entry.getName());
        if (entry.isDirectory()) {
          Files.createDirectories(file);
        } else {
          Files.createDirectories(file.getParent());
          Files.copy(zip, file);
        }
      }
    }
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.findFirst().orElseThrow();
    }
  }
}

package org.dashdot.it;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * dash-dot as a person runs it: the launcher of the provisioned server with the built EAR, in a
 * data folder, a server folder and on ports of its own. It is stopped with the JVM at the latest.
 *
 * <pre>{@code
 * RunningServer server = RunningServer.shared();                    // one for all suites
 * RunningServer own = RunningServer.of("two-nodes").env("DASHDOT_X", "y").start();
 * }</pre>
 */
public final class RunningServer implements AutoCloseable {

  /** The first administrator's password in every test. */
  public static final String ADMIN_PASSWORD = "only-for-tests-4711";

  private static final Path HOME = path("dashdot.test.server");
  private static final Path EAR = path("dashdot.test.ear");
  private static final Path ROOT = path("dashdot.test.data");
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  /** Each run begins elsewhere, so that two on one machine do not look at the same port. */
  private static final AtomicInteger NEXT_PORT =
      new AtomicInteger(20_000 + (int) (ProcessHandle.current().pid() % 100) * 100);

  private static final int LAST_PORT = 32_000;

  private final String name;
  private final Path folder;
  private final int port = freePort();
  private final int syslogPort = freePort();
  private final int managementPort = freePort();
  private final Map<String, String> environment = new HashMap<>();
  private TestDatabase database;
  private Path data;
  private Process launcher;

  private RunningServer(String name) {
    this.name = name;
    this.folder = ROOT.resolve(System.getProperty("dashdot.test.db", "h2")).resolve(name);
    this.data = folder.resolve("data");
    env("DASHDOT_ADMIN_PASSWORD", ADMIN_PASSWORD);
    env("DASHDOT_INTAKE_TOKEN", Rest.TOKEN);
    env("DASHDOT_SETTINGS", path("dashdot.test.settings").toString());
    env("DASHDOT_SYSLOG_PORT", String.valueOf(syslogPort));
    env("DASHDOT_HEAP", "512m");
    // A server that lives for minutes pays more for the best code than it gets from it.
    env("PREPEND_JAVA_OPTS", "-XX:TieredStopAtLevel=1");
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
  }

  /** The one server that all suites of a run share; started by the first that asks. */
  public static RunningServer shared() {
    return Shared.SERVER;
  }

  /** A server of a test's own, not yet started; its folder is emptied. */
  public static RunningServer of(String name) {
    RunningServer server = new RunningServer(name);
    server.prepare();
    return server;
  }

  /** One more variable of its environment; null removes it. */
  public RunningServer env(String variable, String value) {
    if (value == null) {
      environment.remove(variable);
    } else {
      environment.put(variable, value);
    }
    return this;
  }

  /** Another database than an empty one of the run's kind; two servers on one are two nodes. */
  public RunningServer on(TestDatabase other) {
    this.database = other;
    return this;
  }

  /** Another data folder than its own. */
  public RunningServer withData(Path other) {
    this.data = other;
    return this;
  }

  /** Starts it, the first time or again on the same data, and waits until it is ready. */
  public RunningServer start() {
    try {
      Path output = folder.resolve("launcher.out");
      launcher =
          command("bin/dash-dot").redirectErrorStream(true).redirectOutput(output.toFile()).start();
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (!Files.readString(output).contains("dash-dot is ready")) {
        if (!launcher.isAlive() || System.nanoTime() > end) {
          throw new IllegalStateException(
              name + " did not start: " + Files.readString(output) + log());
        }
        launcher.waitFor(200, TimeUnit.MILLISECONDS);
      }
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /**
   * A process of the server's folder, such as {@code bin/backup}, with this server's environment.
   */
  public ProcessBuilder command(String script, String... arguments) {
    ProcessBuilder builder = new ProcessBuilder(HOME.resolve(script).toString());
    builder.command().addAll(Stream.of(arguments).toList());
    Map<String, String> variables = builder.environment();
    variables.keySet().removeIf(variable -> variable.startsWith("DASHDOT_"));
    variables.put("JBOSS_BASE_DIR", folder.resolve("server").toString());
    variables.put("DASHDOT_DATA", data.toString());
    variables.put("DASHDOT_PORT", String.valueOf(port));
    variables.put("DASHDOT_MANAGEMENT_PORT", String.valueOf(managementPort));
    variables.put("DASHDOT_NODE", name);
    variables.put("DASHDOT_STOP_WITH_PARENT", "true");
    variables.putAll(database().environment());
    variables.putAll(environment);
    return builder;
  }

  /** Ctrl-C: stops cleanly and gives the launcher's exit code. */
  public int stop() {
    launcher.destroy();
    return exitCode();
  }

  /** The hardest end: no process of it gets a chance to finish anything. */
  public void kill9() {
    ProcessHandle.of(pid()).ifPresent(ProcessHandle::destroyForcibly);
    exitCode();
  }

  @Override
  public void close() {
    if (launcher != null && launcher.isAlive()) {
      stop();
    }
  }

  /** Where it answers, without a slash at the end. */
  public String url() {
    return "http://127.0.0.1:" + port;
  }

  /** A request to it by the first administrator. */
  public RequestSpecification asAdmin() {
    return given().baseUri(url()).auth().preemptive().basic("admin", ADMIN_PASSWORD);
  }

  public int port() {
    return port;
  }

  /** Where it listens for syslog by UDP and TCP. */
  public int syslogPort() {
    return syslogPort;
  }

  public Path data() {
    return data;
  }

  public TestDatabase database() {
    if (database == null) {
      database = TestDatabase.fresh();
    }
    return database;
  }

  /** What the launcher has said. */
  public String output() throws IOException {
    return Files.readString(folder.resolve("launcher.out"));
  }

  /** The last of the server's log, for the message of a failed test. */
  public String log() throws IOException {
    Path file = data.resolve("log/server.log");
    String text = Files.exists(file) ? Files.readString(file) : "";
    return text.substring(Math.max(0, text.length() - 20_000));
  }

  /** The process of the JVM. */
  public long pid() {
    try {
      return Long.parseLong(Files.readString(data.resolve("pid")).trim());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A port of the loopback that is free and that no later call gives again. It lies below those
   * that systems take for connections of their own: one of these may take a port between the look
   * and its use.
   */
  public static int freePort() {
    while (true) {
      int candidate = NEXT_PORT.getAndAdd(2);
      try (ServerSocket socket = new ServerSocket(candidate, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (BindException e) {
        if (candidate > LAST_PORT) {
          throw new UncheckedIOException("no port is free", e);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private int exitCode() {
    try {
      if (!launcher.waitFor(1, TimeUnit.MINUTES)) {
        throw new IllegalStateException(name + " does not stop");
      }
      return launcher.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void prepare() {
    try {
      Folders.delete(folder);
      Folders.copy(
          HOME.resolve("standalone/configuration"), folder.resolve("server/configuration"));
      Path deployments = Files.createDirectories(folder.resolve("server/deployments"));
      Files.copy(EAR, deployments.resolve("dash-dot.ear"), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path path(String property) {
    return Path.of(System.getProperty(property)).toAbsolutePath().normalize();
  }

  private static final class Shared {
    static final RunningServer SERVER = of("shared").start();
  }
}

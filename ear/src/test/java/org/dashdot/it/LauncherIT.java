package org.dashdot.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What goes wrong at a start is said in one plain sentence, and a stop is clean. */
@Tag("once")
class LauncherIT {

  private final RunningServer server =
      RunningServer.of("launcher").env("DASHDOT_ADMIN_PASSWORD", null);

  @Test
  void saysWhereItIsKeepsItsDataToItselfAndStopsCleanly() throws IOException {
    server.start();

    assertThat(server.output()).contains("dash-dot is ready: http://localhost:" + server.port());
    Path password = server.data().resolve("first-password");
    String first = Files.readString(password).trim();
    assertThat(server.output()).contains(password.toString()).doesNotContain(first);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(password)))
        .isEqualTo("rw-------");
    given()
        .baseUri(server.url())
        .redirects()
        .follow(false)
        .formParams("username", "admin", "password", first)
        .post("/login")
        .then()
        .statusCode(303)
        .header("Location", "/");
    assertThat(password).as("it has served its purpose").doesNotExist();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(server.data())))
        .isEqualTo("rwx------");
    assertThat(sentence(server.command("bin/dash-dot")))
        .startsWith("dash-dot: it runs already on the data in " + server.data());
    assertThat(sentence(RunningServer.of("launcher-2").command("bin/dash-dot"), server.port()))
        .isEqualTo(
            "dash-dot: port "
                + server.port()
                + " is already in use; stop the program that holds it or set DASHDOT_PORT to a free port.");
    long pid = server.pid();
    assertThat(server.stop()).isZero();
    assertThat(ProcessHandle.of(pid)).isEmpty();
  }

  @Test
  void unreachableDatabaseIsNamed() throws IOException {
    int nobody = RunningServer.freePort();
    server.env("DASHDOT_DB_URL", "jdbc:postgresql://127.0.0.1:" + nobody + "/dashdot");

    assertThat(sentence(server.command("bin/dash-dot")))
        .isEqualTo(
            "dash-dot: the database at 127.0.0.1:"
                + nobody
                + " cannot be reached; start PostgreSQL or correct DASHDOT_DB_URL.");
  }

  @Test
  void managementPortInUseIsNamed() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      server.env("DASHDOT_MANAGEMENT_PORT", String.valueOf(taken.getLocalPort()));

      assertThat(sentence(server.command("bin/dash-dot"))).contains("DASHDOT_MANAGEMENT_PORT");
    }
  }

  @Test
  void missingJavaIsNamed() throws IOException {
    server.env("JAVA_HOME", "/nowhere");

    assertThat(sentence(server.command("bin/dash-dot"))).startsWith("dash-dot: Java 17 or newer");
  }

  @Test
  void credentialsWithoutAddressAreRefused() throws IOException {
    server.env("DASHDOT_DB_USER", "somebody");

    assertThat(sentence(server.command("bin/dash-dot"))).contains("DASHDOT_DB_URL is not");
  }

  private static String sentence(ProcessBuilder command, int port) throws IOException {
    command.environment().put("DASHDOT_PORT", String.valueOf(port));
    return sentence(command);
  }

  /** All that a failed start says. */
  private static String sentence(ProcessBuilder command) throws IOException {
    Process process = command.redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes()).trim();
    assertThat(process.onExit().join().exitValue()).isEqualTo(1);
    assertThat(text.lines()).hasSize(1);
    return text;
  }
}

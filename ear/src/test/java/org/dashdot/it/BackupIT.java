package org.dashdot.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.ContentType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A backup made while it runs holds all of it, and a new server goes on from there. */
class BackupIT {

  private static final String TITLE = "survives the loss of its server";

  @Test
  void restoredIntoNewServerEverythingIsThere() throws IOException {
    RunningServer old = RunningServer.of("backup-old");
    assumeThat(!old.database().isPostgresql() || onPath("pg_dump"))
        .as("pg_dump is installed")
        .isTrue();
    RunningServer fresh = RunningServer.of("backup-new").env("DASHDOT_ADMIN_PASSWORD", "another");
    Path file = old.data().resolveSibling("dash-dot.backup");

    try (old;
        fresh) {
      old.start();
      String number = openTicket(old);
      Files.writeString(old.data().resolve("kept"), "as it was");

      assertThat(run(old.command("bin/backup", file.toString()), 0))
          .contains("the backup is " + file);
      assertThat(run(old.command("bin/restore", "--force", file.toString()), 1))
          .contains("stop it first");
      assertThat(run(fresh.command("bin/restore", file.toString()), 0)).contains("restored");
      assertThat(run(fresh.command("bin/restore", file.toString()), 1)).contains("--force");

      fresh.start();
      fresh
          .asAdmin()
          .get("/api/v1/tickets/" + number)
          .then()
          .statusCode(200)
          .body("title", equalTo(TITLE));
      assertThat(fresh.data().resolve("kept")).hasContent("as it was");

      old.stop();
      Path cold = file.resolveSibling("cold.backup");
      assertThat(run(old.command("bin/backup", cold.toString()), 0))
          .contains("the backup is " + cold);
      damage(cold);
      assertThat(run(old.command("bin/restore", "--force", cold.toString()), 1))
          .contains("is damaged");
    }
  }

  @Test
  void anotherFileIsRefused() throws IOException {
    RunningServer server = RunningServer.of("backup-damaged");
    Path file = Files.writeString(server.data().resolveSibling("not-a-backup"), "hello");

    assertThat(run(server.command("bin/restore", file.toString()), 1))
        .contains("is not a backup of dash-dot");
  }

  /** One byte in the midst of the largest part. */
  private static void damage(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
  }

  private static String openTicket(RunningServer server) {
    return server
        .asAdmin()
        .contentType(ContentType.JSON)
        .body(Map.of("title", TITLE, "priority", "P3"))
        .post("/api/v1/tickets")
        .then()
        .statusCode(201)
        .extract()
        .path("number")
        .toString();
  }

  private static String run(ProcessBuilder command, int expected) throws IOException {
    Process process = command.redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes());
    assertThat(process.onExit().join().exitValue()).as(text).isEqualTo(expected);
    return text;
  }

  private static boolean onPath(String program) throws IOException {
    return new ProcessBuilder("sh", "-c", "command -v " + program)
            .start()
            .onExit()
            .join()
            .exitValue()
        == 0;
  }
}

package org.dashdot.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Adding an integration is adding one folder, and the folder is whole. */
class IntegrationFoldersTest {

  @TestFactory
  Stream<DynamicTest> everyFolderIsWhole() throws IOException {
    return IntegrationFolder.all().stream()
        .map(
            folder ->
                DynamicTest.dynamicTest(folder.name(), () -> assertThat(folder.lacks()).isEmpty()));
  }

  @Test
  void knownFoldersAreFound() throws IOException {
    assertThat(IntegrationFolder.all())
        .extracting(IntegrationFolder::name)
        .contains("alertmanager", "host", "http", "mail", "prometheus");
  }

  private static List<String> lacks(Path root, String documentation) throws IOException {
    return new IntegrationFolder(
            root.resolve("code/newcomer"),
            root.resolve("tests/newcomer"),
            documentation,
            new Properties())
        .lacks();
  }

  @Test
  void anEmptyFolderIsToldAllThatItLacks(@TempDir Path root) throws IOException {
    Files.createDirectories(root.resolve("code/newcomer"));
    assertThat(lacks(root, ""))
        .anyMatch(s -> s.contains("@Integration(\"newcomer\")"))
        .anyMatch(s -> s.contains("sample.properties is missing"))
        .anyMatch(s -> s.contains("extends IntegrationContract"));
  }

  @Test
  void aSampleThatShowsWhatDoesNotShipIsRefused(@TempDir Path root) throws IOException {
    Path code = Files.createDirectories(root.resolve("code/newcomer"));
    Files.writeString(code.resolve("sample.properties"), "newcomer.interval=PT1S\n");
    assertThat(lacks(root, ""))
        .anyMatch(s -> s.contains("newcomer.interval is null in behaviour.properties"))
        .anyMatch(s -> s.contains("explains nothing"));
  }

  @Test
  void aClassWithoutRowAndCasesWithoutTestAreFound(@TempDir Path root) throws IOException {
    IntegrationFolder real =
        IntegrationFolder.all().stream()
            .filter(f -> f.name().equals("alertmanager"))
            .findFirst()
            .orElseThrow();
    Path tests = Files.createDirectories(root.resolve("alertmanager"));
    Files.copy(
        real.tests().resolve("WebhookAlertsTest.java"), tests.resolve("WebhookAlertsTest.java"));
    Files.createDirectories(tests.resolve("testcases/half"));
    assertThat(new IntegrationFolder(real.code(), tests, "no table here", real.shipped()).lacks())
        .containsExactly(
            "docs/integrations.md: the table has no row that ends with"
                + " `alertmanager.WebhookAlerts` |",
            tests.resolve("testcases/half") + ": it needs one file input.* and an expected.json.");
    Files.delete(tests.resolve("testcases/half"));
    assertThat(
            new IntegrationFolder(real.code(), tests, real.documentation(), real.shipped()).lacks())
        .containsExactly(tests + "/testcases: there is no recorded case.");
  }
}

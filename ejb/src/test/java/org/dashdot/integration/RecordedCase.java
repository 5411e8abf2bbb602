package org.dashdot.integration;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.dashdot.shared.Settings;

/**
 * A folder with what a system said ({@code input.*}), what must be made of it ({@code
 * expected.json}) and maybe a {@code case.properties}: {@code receivedAt}, the HTTP {@code status}
 * it came with, the {@code failure} that came instead, and {@code setting.*} for settings that are
 * not the shipped ones.
 */
public record RecordedCase(Path folder) {

  /** All cases of a folder, by name; none when it has no {@code testcases}. */
  static List<RecordedCase> in(Path integration) throws IOException {
    Path cases = integration.resolve("testcases");
    if (!Files.isDirectory(cases)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(cases)) {
      return folders.filter(Files::isDirectory).sorted().map(RecordedCase::new).toList();
    }
  }

  public String name() {
    return folder.getFileName().toString();
  }

  /** The one file whose name begins with input. */
  public byte[] input() throws IOException {
    return Files.readAllBytes(inputs().get(0));
  }

  List<Path> inputs() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.getFileName().toString().startsWith("input.")).toList();
    }
  }

  public JsonStructure inputJson() throws IOException {
    return json(inputs().get(0));
  }

  /** The input's members, each an object; for inputs that are a sequence. */
  public List<JsonObject> steps() throws IOException {
    return inputJson().asJsonArray().getValuesAs(JsonObject.class);
  }

  Path expectedFile() {
    return folder.resolve("expected.json");
  }

  JsonStructure expected() throws IOException {
    return json(expectedFile());
  }

  /** A line of {@code case.properties}. */
  public String property(String name, String otherwise) throws IOException {
    return properties().getProperty(name, otherwise);
  }

  public Instant receivedAt() throws IOException {
    return Instant.parse(property("receivedAt", "2026-11-22T07:10:30Z"));
  }

  /** The shipped settings with those of the case. */
  public Settings settings() throws IOException {
    Settings settings = Settings.shipped();
    Properties own = properties();
    own.stringPropertyNames().stream()
        .filter(name -> name.startsWith("setting."))
        .forEach(name -> settings.with(name.substring(8), own.getProperty(name)));
    return settings;
  }

  private Properties properties() throws IOException {
    Properties properties = new Properties();
    Path file = folder.resolve("case.properties");
    if (Files.exists(file)) {
      properties.load(Files.newBufferedReader(file));
    }
    return properties;
  }

  private static JsonStructure json(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        JsonReader reader = Json.createReader(in)) {
      return reader.read();
    }
  }
}

package org.dashdot.shared;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Every duration and threshold, shipped in {@code behaviour.properties} and overridden by the file
 * that the environment variable {@code DASHDOT_SETTINGS} names, read once at start.
 */
@ApplicationScoped
public class Settings {

  private final Properties values = new Properties();

  /** By source; nothing is changed while the server runs. */
  private final Map<String, Settings> ofSources = new ConcurrentHashMap<>();

  @PostConstruct
  void load() {
    try (InputStream shipped = Settings.class.getResourceAsStream("/behaviour.properties")) {
      values.load(shipped);
      String file = System.getenv("DASHDOT_SETTINGS");
      if (file != null && !file.isBlank()) {
        try (Reader own = Files.newBufferedReader(Path.of(file), StandardCharsets.UTF_8)) {
          values.load(own);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The settings cannot be read: " + e.getMessage(), e);
    }
  }

  /** The settings with one value replaced; for tests that run without a container. */
  public static Settings shipped() {
    Settings settings = new Settings();
    settings.load();
    return settings;
  }

  public Settings with(String key, String value) {
    values.setProperty(key, value);
    ofSources.clear();
    return this;
  }

  /**
   * The settings of one source: {@code source.NAME.KEY} where it is set, else what holds for all.
   */
  public Settings of(String source) {
    return ofSources.computeIfAbsent(source, this::merged);
  }

  private Settings merged(String source) {
    String prefix = "source." + source + ".";
    if (values.stringPropertyNames().stream().noneMatch(key -> key.startsWith(prefix))) {
      return this;
    }
    Settings own = new Settings();
    own.values.putAll(values);
    values.stringPropertyNames().stream()
        .filter(key -> key.startsWith(prefix))
        .forEach(key -> own.values.put(key.substring(prefix.length()), values.get(key)));
    return own;
  }

  public Duration duration(String key) {
    return span(key).duration();
  }

  public Span span(String key) {
    return Span.parse(text(key));
  }

  /** Empty when it is not set, or to nothing. */
  public Optional<Span> spanIfAny(String key) {
    return Optional.ofNullable(values.getProperty(key))
        .filter(text -> !text.isBlank())
        .map(Span::parse);
  }

  public int number(String key) {
    return Integer.parseInt(text(key).trim());
  }

  public String text(String key) {
    String value = values.getProperty(key);
    if (value == null) {
      throw new IllegalArgumentException("There is no setting " + key);
    }
    return value;
  }

  /** When the span of this setting has passed since {@code from}. */
  public Instant after(String key, Instant from, ZoneId zone) {
    return span(key).after(from, zone);
  }

  /** An environment variable, or null when it is unset or blank. */
  public static String environment(String name) {
    String value = System.getenv(name);
    return value == null || value.isBlank() ? null : value.trim();
  }

  /**
   * Where people and programs reach dash-dot, without a slash at its end; only this machine's own
   * address when nothing else is set.
   */
  public static String publicUrl() {
    String url = environment("DASHDOT_PUBLIC_URL");
    String port = environment("DASHDOT_PORT");
    return url == null
        ? "http://localhost:" + (port == null ? "8080" : port)
        : url.replaceFirst("/+$", "");
  }
}

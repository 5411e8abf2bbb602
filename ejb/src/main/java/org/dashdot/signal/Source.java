package org.dashdot.signal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import org.dashdot.shared.Settings;

/** A configured monitoring system, polled or pushing. */
@Entity
public class Source {

  @Id
  @SequenceGenerator(name = "source_seq", sequenceName = "source_seq", allocationSize = 1)
  @GeneratedValue(generator = "source_seq")
  private Long id;

  @Version private int version;
  private String name;
  private String integration;
  private String url;

  private boolean enabled;

  @Column(name = "created_at")
  private Instant createdAt;

  protected Source() {}

  Source(String name, String integration, String url, Instant createdAt) {
    this.name = name;
    this.integration = integration;
    this.url = url;
    this.enabled = true;
    this.createdAt = createdAt;
  }

  public Long id() {
    return id;
  }

  public String name() {
    return name;
  }

  public String integration() {
    return integration;
  }

  /** Where it is polled; null for one that only pushes. */
  public String url() {
    return url;
  }

  /**
   * What it signs its pushes with, or is asked with: the environment variable {@code
   * DASHDOT_SECRET_} with its name in capitals, all but letters and digits as underscores; null
   * when it is not set.
   */
  public String secret() {
    return Settings.environment(secretVariable(name));
  }

  /** The environment variable that holds the secret of a source of this name. */
  public static String secretVariable(String name) {
    return "DASHDOT_SECRET_" + name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
  }

  void moveTo(String url) {
    this.url = url;
  }

  public boolean enabled() {
    return enabled;
  }

  public void enable(boolean enabled) {
    this.enabled = enabled;
  }
}

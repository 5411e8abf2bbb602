package org.dashdot.signal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** A configured monitoring system, polled or pushing. */
@Entity
public class Source {

  /** Labels that Prometheus replicas add and that do not identify a condition. */
  static final String USUALLY_IGNORED =
      "replica,prometheus,prometheus_replica,monitor,cluster_replica";

  @Id
  @SequenceGenerator(name = "source_seq", sequenceName = "source_seq", allocationSize = 1)
  @GeneratedValue(generator = "source_seq")
  private Long id;

  @Version private int version;
  private String name;
  private String integration;
  private String url;

  @Column(name = "ignored_labels")
  private String ignoredLabels;

  private boolean enabled;

  @Column(name = "created_at")
  private Instant createdAt;

  protected Source() {}

  Source(String name, String integration, String url, Instant createdAt) {
    this.name = name;
    this.integration = integration;
    this.url = url;
    this.ignoredLabels = USUALLY_IGNORED;
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

  /** Where it is polled; null for a built-in source or one that only pushes. */
  public String url() {
    return url;
  }

  public boolean enabled() {
    return enabled;
  }

  /** Labels that are no part of a signal's identity. */
  public Set<String> ignoredLabels() {
    return ignoredLabels == null
        ? Set.of()
        : Arrays.stream(ignoredLabels.split(","))
            .map(String::trim)
            .filter(s -> !s.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
  }

  public void ignoreLabels(Set<String> labels) {
    this.ignoredLabels = String.join(",", labels);
  }

  public void enable(boolean enabled) {
    this.enabled = enabled;
  }
}

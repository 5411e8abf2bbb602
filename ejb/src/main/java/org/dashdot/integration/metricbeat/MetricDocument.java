package org.dashdot.integration.metricbeat;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.dashdot.integration.Fields;
import org.dashdot.integration.NewDocuments;
import org.dashdot.signal.Labels;
import org.dashdot.signal.Sample;

/**
 * One of Metricbeat's documents: each number in it is a value under its dotted name. What
 * identifies the thing measured becomes labels, or two disks would be one series.
 */
final class MetricDocument {

  private static final String[] HOST = {"host.name", "host.hostname", "agent.name", "beat.name"};

  /** Members about the measuring rather than the measured. */
  private static final Set<String> ABOUT =
      Set.of("agent", "beat", "ecs", "event", "metricset", "@metadata");

  private MetricDocument() {}

  /**
   * The labels that a setting names: {@code mountpoint=system.filesystem.mount_point, ...}.
   *
   * @throws IllegalArgumentException when it is not written so
   */
  static Map<String, String> labels(String setting) {
    Map<String, String> labels = new LinkedHashMap<>();
    for (String one : setting.split(",")) {
      String[] parts = one.trim().split("=", 2);
      if (parts.length == 2 && parts[0].matches("[a-zA-Z_][a-zA-Z0-9_]*") && !parts[1].isBlank()) {
        labels.put(parts[0], parts[1].trim());
      } else if (!one.isBlank()) {
        throw new IllegalArgumentException(
            "metricbeat.labels is a list of label=field, but has " + one.trim());
      }
    }
    return labels;
  }

  /**
   * @param identifying label to field
   * @return empty for a document without a host, whose values nobody could place
   */
  static List<Sample> samples(NewDocuments.Document document, Map<String, String> identifying) {
    String host = Fields.first(document.source(), HOST);
    if (host.isEmpty()) {
      return List.of();
    }
    Map<String, String> texts = new TreeMap<>();
    texts.put("host", host);
    identifying.forEach((label, field) -> texts.put(label, Fields.first(document.source(), field)));
    Labels labels = Labels.of(texts);
    Map<String, Double> numbers = new LinkedHashMap<>();
    gather("", document.source(), numbers);
    numbers.keySet().removeAll(identifying.values());
    return numbers.entrySet().stream()
        .map(one -> new Sample(one.getKey(), labels, one.getValue(), document.at()))
        .toList();
  }

  private static void gather(String prefix, JsonObject object, Map<String, Double> numbers) {
    object.forEach(
        (name, value) -> {
          String whole = prefix + name;
          if (ABOUT.contains(whole.split("\\.", 2)[0])) {
            return;
          }
          if (value instanceof JsonObject inner) {
            gather(whole + ".", inner, numbers);
          } else if (value instanceof JsonNumber number && Double.isFinite(number.doubleValue())) {
            numbers.putIfAbsent(whole, number.doubleValue());
          }
        });
  }
}

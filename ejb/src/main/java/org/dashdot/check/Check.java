package org.dashdot.check;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dashdot.signal.Labels;
import org.dashdot.signal.Sentence;
import org.dashdot.signal.Severity;

/**
 * One rule by which values or lines become signals. It has exactly one of the two conditions.
 *
 * @param name the alert's name
 * @param metric null for a check of lines
 * @param log null for a check of values
 * @param by which labels of what was seen identify the imperfection; null for those of the whole
 *     series, or of a line its host
 * @param labels added to those of what was seen
 * @param summary a sentence in which {@code {{value}}} and {@code {{label}}} are filled in
 * @param runbookUrl null when there is none
 */
public record Check(
    String name,
    Scope scope,
    MetricCondition metric,
    LogCondition log,
    List<String> by,
    Severity severity,
    Map<String, String> labels,
    String summary,
    String runbookUrl) {

  public Check {
    if ((metric == null) == (log == null)) {
      throw new IllegalArgumentException("A check is about values or about lines.");
    }
    by = by == null ? null : List.copyOf(by);
    labels = Map.copyOf(labels);
  }

  /** When it raises and when that is over, as in a sentence. */
  public String condition() {
    return metric == null ? log.words() : metric.words();
  }

  /** What identifies an imperfection of this check, of all that is known of what was seen. */
  Labels identity(Labels seen) {
    Map<String, String> all = new TreeMap<>();
    seen.values()
        .forEach(
            (name, value) -> {
              if (by == null || by.contains(name)) {
                all.put(name, value);
              }
            });
    all.putAll(labels);
    all.put("alertname", name);
    all.put("severity", severity.word());
    return Labels.of(all);
  }

  /** What was seen of that which identifies: the other way round. */
  Labels seen(Labels identity) {
    Map<String, String> seen = new TreeMap<>(identity.values());
    seen.keySet().removeAll(labels.keySet());
    seen.remove("alertname");
    seen.remove("severity");
    return Labels.of(seen);
  }

  Labels annotations(Labels seen, String value) {
    Map<String, String> annotations = new TreeMap<>();
    annotations.put("summary", Sentence.filled(summary, seen, value));
    if (runbookUrl != null) {
      annotations.put("runbook_url", runbookUrl);
    }
    return Labels.of(annotations);
  }
}

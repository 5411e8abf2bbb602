package org.dashdot.integration.telegraf;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.dashdot.integration.Fields;
import org.dashdot.signal.Labels;
import org.dashdot.signal.LogLine;

/** A logged line as {@code inputs.syslog} of Telegraf says it. */
final class SyslogMetric {

  private static final int INFO = 6;
  private static final int USER = 1;

  private SyslogMetric() {}

  static boolean is(Metric metric) {
    return "syslog".equals(metric.name()) && !metric.texts().getOrDefault("message", "").isBlank();
  }

  static LogLine line(Metric metric) {
    Map<String, String> tags = metric.tags();
    String host = tags.getOrDefault("hostname", tags.getOrDefault("source", ""));
    String application = tags.getOrDefault("appname", "");
    String message = metric.texts().get("message").strip();
    Instant at = logged(metric);
    Map<String, String> labels = new TreeMap<>(tags);
    metric.texts().forEach(labels::putIfAbsent);
    if (labels.containsKey("host")) {
      // Telegraf's own machine, which must not be taken for the one that logged.
      labels.put("collector", labels.remove("host"));
    }
    labels.keySet().removeAll(Set.of("message", "severity", "facility"));
    return new LogLine(
        Fields.hash(at.toString(), host, application, labels.getOrDefault("procid", ""), message),
        at,
        host,
        application,
        code(metric, "severity_code", 7, INFO),
        code(metric, "facility_code", 23, USER),
        message,
        Labels.of(labels));
  }

  /** When it was logged, where the line says so; the metric's own time is that of its arrival. */
  private static Instant logged(Metric metric) {
    Double nanos = metric.numbers().get("timestamp");
    return nanos == null || nanos <= 0 || nanos >= Long.MAX_VALUE
        ? metric.at()
        : Metric.time(nanos.longValue());
  }

  private static int code(Metric metric, String field, int highest, int otherwise) {
    double code = metric.numbers().getOrDefault(field, (double) otherwise);
    return code >= 0 && code <= highest ? (int) code : otherwise;
  }
}

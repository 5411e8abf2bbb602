package org.dashdot.integration.elasticsearch;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dashdot.integration.Fields;
import org.dashdot.integration.NewDocuments;
import org.dashdot.signal.Labels;
import org.dashdot.signal.LogLine;

/** A document as a logged line, by the Elastic Common Schema and what older shippers write. */
final class LoggedLine {

  private static final int USER = 1;
  private static final String[] MESSAGE = {"message", "event.original", "error.message"};
  private static final String[] HOST = {
    "host.name", "host.hostname", "host", "hostname", "agent.name", "beat.hostname"
  };
  private static final String[] APPLICATION = {
    "process.name", "log.syslog.appname", "program", "service.name", "application"
  };
  private static final String[] LEVEL = {
    "log.syslog.severity.code", "log.level", "level", "severity", "loglevel"
  };

  private LoggedLine() {}

  /** The members that it needs, so that no others travel. */
  static List<String> fields(String timeField) {
    return List.of(
        timeField,
        "message",
        "event.original",
        "error.message",
        "error.type",
        "host",
        "hostname",
        "agent.name",
        "beat.hostname",
        "process.name",
        "program",
        "application",
        "service",
        "log",
        "level",
        "severity",
        "loglevel");
  }

  /**
   * @return null for a document that says nothing
   */
  static LogLine of(NewDocuments.Document document, SavedSearch search) {
    JsonObject source = document.source();
    String message = Fields.first(source, MESSAGE).strip();
    if (message.isEmpty()) {
      return null;
    }
    String host = Fields.first(source, HOST);
    String application = Fields.first(source, APPLICATION);
    Map<String, String> labels = new TreeMap<>(search.labels().values());
    labels.remove("severity");
    labels.put("host", host);
    labels.put("application", application);
    labels.put("service", Fields.first(source, "service.name"));
    labels.put("environment", Fields.first(source, "service.environment"));
    labels.put("error_type", Fields.first(source, "error.type"));
    return new LogLine(
        Fields.hash(document.id()),
        Fields.time(Fields.first(source, search.timeField()), document.at()),
        host,
        application,
        Fields.severity(Fields.first(source, LEVEL)),
        facility(Fields.first(source, "log.syslog.facility.code")),
        message,
        Labels.of(labels));
  }

  private static int facility(String code) {
    return code.matches("1?[0-9]|2[0-3]") ? Integer.parseInt(code) : USER;
  }
}

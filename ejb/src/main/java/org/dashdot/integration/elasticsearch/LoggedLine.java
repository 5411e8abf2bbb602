package org.dashdot.integration.elasticsearch;

import jakarta.json.JsonNumber;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.dashdot.integration.Members;
import org.dashdot.integration.NewDocuments;
import org.dashdot.signal.Fingerprint;
import org.dashdot.signal.Labels;
import org.dashdot.signal.LogLine;

/** A document as a logged line, by the Elastic Common Schema and what older shippers write. */
final class LoggedLine {

  private static final int INFO = 6;
  private static final int USER = 1;
  private static final String[] MESSAGE = {"message", "event.original", "error.message"};
  private static final String[] HOST = {
    "host.name", "host.hostname", "host", "hostname", "agent.name", "beat.hostname"
  };
  private static final String[] APPLICATION = {
    "process.name", "log.syslog.appname", "program", "service.name", "application"
  };
  private static final String[] LEVEL = {"log.level", "level", "severity", "loglevel"};

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
    Members members = new Members(document.source());
    String message = members.text(MESSAGE).strip();
    if (message.isEmpty()) {
      return null;
    }
    String host = members.text(HOST);
    String application = members.text(APPLICATION);
    Map<String, String> labels = new TreeMap<>(search.labels().values());
    labels.remove("severity");
    labels.put("host", host);
    labels.put("application", application);
    labels.put("service", members.text("service.name"));
    labels.put("environment", members.text("service.environment"));
    labels.put("error_type", members.text("error.type"));
    return new LogLine(
        Fingerprint.hash(document.id()),
        time(members.text(search.timeField()), document.at()),
        host,
        application,
        severity(members),
        number(members, "log.syslog.facility.code", 23, USER),
        message,
        Labels.of(labels));
  }

  /** Finer than milliseconds where the document says so. */
  private static Instant time(String written, Instant millis) {
    try {
      Instant fine = OffsetDateTime.parse(written).toInstant().truncatedTo(ChronoUnit.MICROS);
      return fine.truncatedTo(ChronoUnit.MILLIS).equals(millis) ? fine : millis;
    } catch (DateTimeException e) {
      // Indices know many notations of a time; the server's own reading of it is always there.
      return millis;
    }
  }

  private static int severity(Members members) {
    int otherwise =
        switch (members.text(LEVEL).toLowerCase(Locale.ROOT)) {
          case "emergency", "emerg", "panic" -> 0;
          case "alert" -> 1;
          case "critical", "crit", "fatal" -> 2;
          case "error", "err", "severe" -> 3;
          case "warning", "warn" -> 4;
          case "notice" -> 5;
          case "debug", "trace", "fine", "finer", "finest" -> 7;
          default -> INFO;
        };
    return number(members, "log.syslog.severity.code", 7, otherwise);
  }

  private static int number(Members members, String name, int highest, int otherwise) {
    return members.leaves().get(name) instanceof JsonNumber number
            && number.doubleValue() >= 0
            && number.doubleValue() <= highest
        ? number.intValue()
        : otherwise;
  }
}

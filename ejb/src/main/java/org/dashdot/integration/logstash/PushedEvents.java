package org.dashdot.integration.logstash;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dashdot.integration.Fields;
import org.dashdot.signal.Delivery;
import org.dashdot.signal.Integration;
import org.dashdot.signal.JsonInput;
import org.dashdot.signal.Labels;
import org.dashdot.signal.LogLine;
import org.dashdot.signal.Reading;
import org.dashdot.signal.SignalDecoder;
import org.dashdot.signal.Undecodable;

/**
 * What Logstash's {@code http} output pushes in the formats json and json_batch, with the names of
 * ECS and of Logstash's own v1. Each event is a line; an event that comes again, by its id or else
 * its content, is the same line.
 */
@ApplicationScoped
@Integration("logstash")
public class PushedEvents implements SignalDecoder {

  private static final int USER = 1;

  /** Fields that say where it comes from, under the labels that they become. */
  private static final Map<String, String[]> WHERE =
      Map.of(
          "service", new String[] {"service.name", "service", "application"},
          "environment", new String[] {"service.environment", "environment", "env"},
          "logger", new String[] {"log.logger", "logger_name"},
          "container", new String[] {"container.name", "kubernetes.container.name"},
          "namespace", new String[] {"kubernetes.namespace"},
          "pod", new String[] {"kubernetes.pod.name"});

  @Override
  public Reading decode(Delivery delivery) {
    List<LogLine> lines = new ArrayList<>();
    List<Reading.Refusal> refused = new ArrayList<>();
    List<JsonValue> events = events(JsonInput.read(delivery.body()));
    for (int i = 0; i < events.size(); i++) {
      try {
        lines.add(line(events.get(i), i, delivery.receivedAt()));
      } catch (Undecodable e) {
        refused.add(new Reading.Refusal(e.getMessage(), "[" + events.get(i) + "]"));
      }
    }
    return Reading.logged(lines, refused);
  }

  private static List<JsonValue> events(JsonStructure body) {
    return body instanceof JsonArray batch ? batch : List.of(body);
  }

  private static LogLine line(JsonValue value, int index, Instant receivedAt) {
    if (!(value instanceof JsonObject event)) {
      throw new Undecodable("Event " + index + " is not an object.");
    }
    String message = Fields.first(event, "message", "event.original", "log.original").strip();
    if (message.isEmpty()) {
      throw new Undecodable("Event " + index + " has no 'message'.");
    }
    String id = Fields.first(event, "event.id", "_id", "fingerprint");
    return new LogLine(
        id.isEmpty() ? Fields.hash(event.toString()) : id,
        Fields.time(Fields.first(event, "@timestamp"), receivedAt),
        Fields.first(event, "host", "host.name", "host.hostname", "hostname", "source_host"),
        Fields.first(event, "process.name", "program", "log.syslog.appname", "appname"),
        Fields.severity(
            Fields.first(
                event,
                "log.syslog.severity.code",
                "syslog_severity_code",
                "log.level",
                "level",
                "severity")),
        facility(Fields.first(event, "log.syslog.facility.code", "syslog_facility_code")),
        message,
        labels(event));
  }

  private static int facility(String code) {
    return code.matches("1?[0-9]|2[0-3]") ? Integer.parseInt(code) : USER;
  }

  private static Labels labels(JsonObject event) {
    Map<String, String> labels = new TreeMap<>();
    WHERE.forEach((label, names) -> labels.put(label, Fields.first(event, names)));
    return Labels.of(labels);
  }

  /** Logstash loses what is answered with 4xx, and holds up everything behind a lasting 5xx. */
  @Override
  public boolean repeatsWhatIsRefused() {
    return true;
  }

  @Override
  public Optional<String> toPaste(String address, String secret) {
    return Optional.of(
        """
        output {
          http {
            url => "%s/api/v1/signals/logstash"
            http_method => "post"
            format => "json_batch"
            headers => { "Authorization" => "Bearer %s" }
          }
        }
        """
            .formatted(address, secret));
  }
}

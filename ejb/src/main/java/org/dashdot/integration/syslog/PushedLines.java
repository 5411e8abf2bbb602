package org.dashdot.integration.syslog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
 * What the listener hands over, messages in the frames of RFC 6587, and what syslog-ng's {@code
 * http()} and rsyslog's {@code omhttp} push as JSON, one object or a list.
 */
@ApplicationScoped
@Integration("syslog")
public class PushedLines implements SignalDecoder {

  /** In a delivery of the listener: who brought it, and a number that no other delivery has. */
  static final String SENDER = "x-syslog-sender";

  static final String BATCH = "x-syslog-batch";

  private static final List<String> FACILITIES =
      List.of(
          "kern",
          "user",
          "mail",
          "daemon",
          "auth",
          "syslog",
          "lpr",
          "news",
          "uucp",
          "cron",
          "authpriv",
          "ftp",
          "ntp",
          "security",
          "console",
          "solaris-cron",
          "local0",
          "local1",
          "local2",
          "local3",
          "local4",
          "local5",
          "local6",
          "local7");

  @Override
  public Reading decode(Delivery delivery) {
    byte[] body = delivery.body();
    int first = 0;
    while (first < body.length && Character.isWhitespace(body[first])) {
      first++;
    }
    if (first == body.length) {
      throw new Undecodable("The body is empty; messages of syslog were expected.");
    }
    return body[first] == '{' || body[first] == '[' ? json(delivery) : raw(delivery);
  }

  private static Reading raw(Delivery delivery) {
    String sender = delivery.header(SENDER);
    String batch = delivery.header(BATCH);
    Map<String, Integer> times = new HashMap<>();
    List<LogLine> lines = new ArrayList<>();
    for (byte[] frame : Frames.of(delivery.body())) {
      String text = new String(frame, StandardCharsets.UTF_8).replace("\0", "").strip();
      if (!text.isEmpty()) {
        // Syslog says the same twice within a second, and means it.
        String id = Fields.hash(batch, text) + "-" + times.merge(text, 1, Integer::sum);
        lines.add(SyslogMessage.read(text, sender, delivery.receivedAt(), id));
      }
    }
    return Reading.logged(lines, List.of());
  }

  private static Reading json(Delivery delivery) {
    JsonStructure body = JsonInput.read(delivery.body());
    List<JsonValue> events = body instanceof JsonArray list ? list : List.of(body);
    List<LogLine> lines = new ArrayList<>();
    List<Reading.Refusal> refused = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      try {
        lines.add(line(events.get(i), i, delivery.receivedAt()));
      } catch (Undecodable e) {
        refused.add(new Reading.Refusal(e.getMessage(), "[" + events.get(i) + "]"));
      }
    }
    return Reading.logged(lines, refused);
  }

  private static LogLine line(JsonValue value, int index, Instant receivedAt) {
    if (!(value instanceof JsonObject event)) {
      throw new Undecodable("Message " + index + " is not an object.");
    }
    String message = Fields.first(event, "MESSAGE", "message", "msg").strip();
    if (message.isEmpty()) {
      throw new Undecodable("Message " + index + " has no 'MESSAGE'.");
    }
    String time = Fields.first(event, "ISODATE", "@timestamp", "timereported", "timestamp");
    return new LogLine(
        Fields.hash(event.toString()),
        Fields.time(time, receivedAt),
        Fields.first(event, "HOST", "host", "hostname"),
        Fields.first(event, "PROGRAM", "programname", "app-name", "program"),
        Fields.severity(
            Fields.first(
                event, "PRIORITY", "LEVEL", "severity", "syslogseverity-text", "priority")),
        facility(Fields.first(event, "FACILITY", "facility", "syslogfacility-text")),
        message,
        Labels.of(Map.of("procid", Fields.first(event, "PID", "procid"))));
  }

  private static int facility(String word) {
    if (word.matches("1?[0-9]|2[0-3]")) {
      return Integer.parseInt(word);
    }
    int found = FACILITIES.indexOf(word.toLowerCase(Locale.ROOT));
    return found < 0 ? 1 : found;
  }

  /** syslog-ng and rsyslog hold up everything behind what is answered with an error. */
  @Override
  public boolean repeatsWhatIsRefused() {
    return true;
  }

  private static String host(String address) {
    String host = URI.create(address).getHost();
    return host == null ? "localhost" : host;
  }

  @Override
  public Optional<String> toPaste(String address, String secret) {
    return Optional.of(
        """
        # rsyslog, /etc/rsyslog.d/90-dash-dot.conf: all from notice on
        *.notice action(type="omfwd" target="%s" port="5514" protocol="tcp"
          TCP_Framing="octet-counted" template="RSYSLOG_SyslogProtocol23Format"
          queue.type="LinkedList" queue.size="10000" action.resumeRetryCount="-1")

        # syslog-ng
        destination d_dashdot { http(url("%s/api/v1/signals/syslog")
          headers("Authorization: Bearer %s", "Content-Type: application/json")
          body("$(format-json --pair MESSAGE=$MESSAGE --pair HOST=$HOST --pair PROGRAM=$PROGRAM \
        --pair PRIORITY=$PRIORITY --pair FACILITY=$FACILITY --pair ISODATE=$ISODATE)")
          batch-lines(100) batch-timeout(1000) body-prefix("[") body-suffix("]") delimiter(",")); };
        """
            .formatted(host(address), address, secret));
  }
}

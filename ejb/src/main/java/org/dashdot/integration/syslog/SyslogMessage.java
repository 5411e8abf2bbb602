package org.dashdot.integration.syslog;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dashdot.integration.Fields;
import org.dashdot.signal.Labels;
import org.dashdot.signal.LogLine;

/**
 * Reads one message of syslog, RFC 5424 or RFC 3164. Whatever does not keep to either is a line all
 * the same, with all of its text (RFC 3164, section 4.3.3).
 */
final class SyslogMessage {

  private static final int NOTICE_OF_USER = 13;
  private static final int HIGHEST = 191;
  private static final String NIL = "-";
  private static final double QUARTER_SECONDS = 900;
  private static final int MOST_QUARTERS = 14 * 4;
  private static final int NEAR_SECONDS = 60;

  /** RFC 5424, section 6, up to the structured data. */
  private static final Pattern RFC5424 =
      Pattern.compile("^1 (\\S+) (\\S+) (\\S+) (\\S+) (\\S+) (?=-|\\[)");

  /** RFC 3164, section 4.1.2; some senders write the time as ISO 8601. */
  private static final Pattern RFC3164 =
      Pattern.compile(
          "^(?:([A-Z][a-z]{2}) {1,2}(\\d{1,2}) (\\d{2}:\\d{2}:\\d{2})|(\\d{4}-\\d{2}-\\d{2}T\\S{8,40}))"
              + " (?:([A-Za-z0-9._:-]{1,255}) )?");

  private static final Pattern TAG =
      Pattern.compile("^([A-Za-z0-9_./()-]{1,64})(?:\\[([^\\]\\s]{1,64})\\])?:(?: |$)");

  private final String text;
  private final String sender;
  private final Instant receivedAt;

  private SyslogMessage(String text, String sender, Instant receivedAt) {
    this.text = text;
    this.sender = sender;
    this.receivedAt = receivedAt;
  }

  /**
   * @param text without its frame, not blank
   * @param sender who brought it; stands in for a host that is not named; maybe empty
   */
  static LogLine read(String text, String sender, Instant receivedAt, String id) {
    return new SyslogMessage(text, sender, receivedAt).line(id);
  }

  private LogLine line(String id) {
    int priority = NOTICE_OF_USER;
    String rest = text;
    int close = text.indexOf('>');
    if (text.startsWith("<") && close > 1 && close <= 4) {
      String digits = text.substring(1, close);
      if (digits.matches("\\d{1,3}") && Integer.parseInt(digits) <= HIGHEST) {
        priority = Integer.parseInt(digits);
        rest = text.substring(close + 1);
      }
    }
    Matcher modern = RFC5424.matcher(rest);
    return modern.find() ? modern(id, priority, modern, rest) : old(id, priority, rest);
  }

  private LogLine modern(String id, int priority, Matcher header, String rest) {
    Map<String, String> labels = new TreeMap<>();
    String body = rest.substring(header.end());
    int end = StructuredData.read(body, labels);
    String message = body.substring(Math.min(end, body.length())).strip();
    if (message.startsWith("\ufeff")) {
      message = message.substring(1);
    }
    put(labels, "procid", header.group(4));
    put(labels, "msgid", header.group(5));
    return line(
        id,
        priority,
        Fields.time(header.group(1), receivedAt),
        named(header.group(2), sender),
        named(header.group(3), ""),
        message,
        labels);
  }

  private LogLine old(String id, int priority, String rest) {
    Matcher header = RFC3164.matcher(rest);
    if (!header.find()) {
      return line(id, priority, receivedAt, sender, "", rest, new TreeMap<>());
    }
    String host = header.group(5) == null ? sender : header.group(5);
    String content = rest.substring(header.end());
    if (host.endsWith(":") && header.group(5) != null) {
      // No host was named: this is the program already.
      host = sender;
      content = rest.substring(header.start(5));
    }
    Map<String, String> labels = new TreeMap<>();
    Matcher tag = TAG.matcher(content);
    String application = "";
    if (tag.find()) {
      application = tag.group(1);
      put(labels, "procid", tag.group(2));
      content = content.substring(tag.end());
    }
    Instant at =
        header.group(4) != null
            ? Fields.time(header.group(4), receivedAt)
            : nearest(header.group(1), header.group(2), header.group(3));
    return line(id, priority, at, host, application, content, labels);
  }

  /** Without a year and a zone: in the year, and in the zone, that are nearest to the arrival. */
  private Instant nearest(String month, String day, String time) {
    try {
      MonthDay date =
          MonthDay.parse(
              month + " " + Integer.parseInt(day),
              DateTimeFormatter.ofPattern("MMM d", Locale.ENGLISH));
      int year = receivedAt.atZone(ZoneOffset.UTC).getYear();
      Instant best = receivedAt;
      Duration nearest = null;
      for (int candidate = year - 1; candidate <= year + 1; candidate++) {
        Instant at =
            LocalDateTime.parse(date.atYear(candidate) + "T" + time).toInstant(ZoneOffset.UTC);
        Duration away = Duration.between(at, receivedAt).abs();
        if (nearest == null || away.compareTo(nearest) < 0) {
          nearest = away;
          best = at;
        }
      }
      return inUtc(best);
    } catch (DateTimeException e) {
      return receivedAt;
    }
  }

  /** Whoever is whole quarters of an hour away writes the time of another zone. */
  private Instant inUtc(Instant written) {
    long away = Duration.between(written, receivedAt).toSeconds();
    long quarters = Math.round(away / QUARTER_SECONDS);
    boolean zone =
        Math.abs(quarters) <= MOST_QUARTERS
            && Math.abs(away - quarters * QUARTER_SECONDS) <= NEAR_SECONDS;
    return zone ? written.plusSeconds(quarters * (long) QUARTER_SECONDS) : written;
  }

  private LogLine line(
      String id,
      int priority,
      Instant at,
      String host,
      String application,
      String message,
      Map<String, String> labels) {
    String said = message.isBlank() ? text : message.strip();
    return new LogLine(
        id, at, host, application, priority % 8, priority / 8, said, Labels.of(labels));
  }

  private static String named(String value, String otherwise) {
    return value.equals(NIL) ? otherwise : value;
  }

  private static void put(Map<String, String> labels, String name, String value) {
    if (value != null && !value.equals(NIL)) {
      labels.put(name, value);
    }
  }
}

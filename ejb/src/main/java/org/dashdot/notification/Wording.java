package org.dashdot.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.dashdot.shared.Settings;
import org.dashdot.ticket.Ticket;

/** What a message says of one ticket, by the templates in force. Callers bring the transaction. */
@ApplicationScoped
public class Wording {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
  private static final int LONGEST_SUBJECT = 500;

  /** A title of fewer characters says nothing; rather no link. */
  private static final int SHORTEST_TITLE = 16;

  @Inject MessageTemplates templates;

  Notification.Text of(Ticket ticket, String reason, ZoneId zone) {
    Map<String, String> values = values(ticket, reason, zone);
    String subject = Texts.oneLine(templates.of(MessagePart.SUBJECT).with(values)).trim();
    return new Notification.Text(
        reason,
        subject.length() > LONGEST_SUBJECT ? subject.substring(0, LONGEST_SUBJECT) : subject,
        templates.of(MessagePart.MAIL).with(values));
  }

  /** In one short message; who can take the ticket by a reply is told how. */
  String brief(Ticket ticket, String reason, ZoneId zone) {
    MessagePart part = takeable(ticket) ? MessagePart.SMS : MessagePart.SMS_NEWS;
    return brief(templates.of(part), values(ticket, reason, zone));
  }

  static boolean takeable(Ticket ticket) {
    return ticket.acknowledgedAt() == null && ticket.status().burning();
  }

  /** What does not fit is taken from the title first; then the link is left out. */
  static String brief(Template template, Map<String, String> values) {
    String whole = filled(template, values);
    if (Gsm7.length(whole) <= Gsm7.LONGEST) {
      return whole;
    }
    Map<String, String> less = new HashMap<>(values);
    String title = Gsm7.of(values.getOrDefault("title", ""));
    int room = Gsm7.length(title) - (Gsm7.length(whole) - Gsm7.LONGEST);
    if (room >= SHORTEST_TITLE) {
      less.put("title", Gsm7.cut(title, room));
    } else {
      less.put("short", "");
      less.put("link", "");
      int over = Gsm7.length(filled(template, less)) - Gsm7.LONGEST;
      if (over > 0) {
        less.put("title", Gsm7.cut(title, Math.max(SHORTEST_TITLE, Gsm7.length(title) - over)));
      }
    }
    return Gsm7.cut(filled(template, less), Gsm7.LONGEST);
  }

  private static String filled(Template template, Map<String, String> values) {
    return Gsm7.of(template.with(values));
  }

  static Map<String, String> values(Ticket ticket, String reason, ZoneId zone) {
    StringBuilder labels = new StringBuilder();
    ticket
        .labels()
        .values()
        .forEach(
            (name, value) ->
                labels
                    .append(labels.isEmpty() ? "" : "\n")
                    .append("  ")
                    .append(name)
                    .append(": ")
                    .append(Texts.oneLine(value)));
    Map<String, String> values = new HashMap<>();
    values.put("priority", ticket.priority().toString());
    values.put("number", ticket.number().toString());
    values.put("title", Texts.oneLine(ticket.title()));
    values.put("status", ticket.status().name().toLowerCase(Locale.ROOT));
    values.put("reason", Texts.oneLine(reason));
    values.put("since", MOMENT.format(ticket.openedAt().atZone(zone)));
    values.put("time", TIME.format(ticket.openedAt().atZone(zone)));
    values.put("zone", zone.toString());
    values.put("source", Texts.oneLine(ticket.sourceName()));
    values.put("team", ticket.team() == null ? "" : Texts.oneLine(ticket.team().name()));
    values.put("owner", ticket.assignee() == null ? "" : Texts.oneLine(ticket.assignee().name()));
    values.put("labels", labels.toString());
    values.put("runbook", ticket.runbookUrl() == null ? "" : Texts.oneLine(ticket.runbookUrl()));
    values.put("link", Settings.publicUrl() + "/tickets/" + ticket.number());
    values.put("short", Settings.publicUrl() + "/t/" + ticket.number());
    return values;
  }
}

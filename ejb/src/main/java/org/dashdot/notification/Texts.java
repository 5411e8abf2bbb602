package org.dashdot.notification;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.dashdot.shared.Settings;
import org.dashdot.ticket.Ticket;

/** The words of a message. Values of a source go in as they are: a mail is plain text. */
final class Texts {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

  /** A message that nobody reads to its end helps nobody. */
  private static final int LISTED = 100;

  private Texts() {}

  static Notification.Text of(Ticket ticket, String reason, ZoneId zone) {
    String head = ticket.priority() + " #" + ticket.number() + " " + oneLine(ticket.title());
    StringBuilder body = new StringBuilder();
    body.append(head).append("\n\n");
    body.append("You are told because ").append(reason).append(".\n");
    body.append("Since ").append(TIME.format(ticket.openedAt().atZone(zone)));
    body.append(" (").append(zone).append("), reported by ").append(ticket.sourceName());
    body.append(", team ").append(ticket.team().name()).append(".\n\n");
    ticket
        .labels()
        .values()
        .forEach(
            (name, value) ->
                body.append("  ").append(name).append(": ").append(oneLine(value)).append('\n'));
    if (ticket.runbookUrl() != null) {
      body.append("\nRunbook: ").append(ticket.runbookUrl()).append('\n');
    }
    body.append("\nTicket: ")
        .append(publicUrl())
        .append("/tickets/")
        .append(ticket.number())
        .append('\n');
    String subject = "[dash-dot] " + head;
    return new Notification.Text(
        reason, subject.length() > 500 ? subject.substring(0, 500) : subject, body.toString());
  }

  /** One message about several tickets, for one person. */
  static Notification.Text list(List<Notification> together) {
    List<Notification> sorted =
        together.stream()
            .sorted(
                Comparator.comparing((Notification n) -> n.ticket().priority())
                    .thenComparing(n -> n.ticket().id()))
            .toList();
    Notification first = sorted.get(0);
    boolean alike = sorted.stream().allMatch(n -> n.reason().equals(first.reason()));
    String subject = "[dash-dot] " + sorted.size() + " tickets in one list";
    StringBuilder body = new StringBuilder();
    body.append("You are told of ").append(sorted.size()).append(" tickets");
    body.append(alike ? " because of each " + first.reason() + ".\n\n" : ".\n\n");
    sorted.stream()
        .limit(LISTED)
        .forEach(n -> body.append(line(n.ticket())).append(alike ? "" : "   " + n.reason() + "\n"));
    if (sorted.size() > LISTED) {
      body.append("and ").append(sorted.size() - LISTED).append(" more\n");
    }
    body.append("\nAll tickets: ").append(publicUrl()).append("/tickets\n");
    return new Notification.Text(first.reason(), subject, body.toString());
  }

  private static String line(Ticket ticket) {
    return ticket.priority()
        + " #"
        + ticket.number()
        + " "
        + oneLine(ticket.title())
        + "\n   "
        + publicUrl()
        + "/tickets/"
        + ticket.number()
        + "\n";
  }

  /** Where people reach the portal; only this machine's own when nothing else is set. */
  static String publicUrl() {
    String url = Settings.environment("DASHDOT_PUBLIC_URL");
    String port = Settings.environment("DASHDOT_PORT");
    return url == null
        ? "http://localhost:" + (port == null ? "8080" : port)
        : url.replaceFirst("/+$", "");
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ");
  }
}

package org.dashdot.notification;

import java.util.Comparator;
import java.util.List;
import org.dashdot.shared.Settings;
import org.dashdot.ticket.Ticket;

/** The words of a list. Values of a source go in as they are; whoever draws them escapes them. */
final class Texts {

  /** A message that nobody reads to its end helps nobody. */
  private static final int LISTED = 100;

  private Texts() {}

  /** One message about several tickets, for one person. */
  static Notification.Text list(List<Notification> together) {
    List<Notification> sorted = sorted(together);
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
    body.append("\nAll tickets: ").append(Settings.publicUrl()).append("/tickets\n");
    return new Notification.Text(first.reason(), subject, body.toString());
  }

  /** The same in one short message: how many, and the worst. */
  static String briefList(List<Notification> together) {
    Ticket worst = sorted(together).get(0).ticket();
    String head = together.size() + " tickets, first " + worst.priority() + " #" + worst.number();
    String tail = " " + Settings.publicUrl() + "/tickets";
    String title = Gsm7.of(": " + oneLine(worst.title()));
    int room = Gsm7.LONGEST - Gsm7.length(head) - Gsm7.length(Gsm7.of(tail)) - 1;
    String whole = Gsm7.of(head + Gsm7.cut(title, Math.max(0, room)) + tail);
    return Gsm7.length(whole) <= Gsm7.LONGEST ? whole : Gsm7.cut(head + title, Gsm7.LONGEST);
  }

  private static List<Notification> sorted(List<Notification> together) {
    return together.stream()
        .sorted(
            Comparator.comparing((Notification n) -> n.ticket().priority())
                .thenComparing(n -> n.ticket().id()))
        .toList();
  }

  private static String line(Ticket ticket) {
    return ticket.priority()
        + " #"
        + ticket.number()
        + " "
        + oneLine(ticket.title())
        + "\n   "
        + Settings.publicUrl()
        + "/tickets/"
        + ticket.number()
        + "\n";
  }

  static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ");
  }
}

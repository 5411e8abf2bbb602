package org.dashdot.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.dashdot.shared.Settings;
import org.dashdot.ticket.Ticket;

/**
 * Makes what a channel sends of the rows that leave together, at the last moment. Callers bring the
 * transaction.
 */
@ApplicationScoped
public class Letters {

  @Inject Wording wording;
  @Inject Contacts contacts;
  @Inject TakeLinks links;

  NotificationChannel.Message of(
      List<Notification> together, NotificationChannel channel, String key) {
    Notification first = together.get(0);
    boolean list = together.size() > 1;
    Notification.Text text =
        list
            ? Texts.list(together)
            : new Notification.Text(first.reason(), first.subject(), first.body());
    return new NotificationChannel.Message(
        first.messageId() + (list ? ".list" : ""),
        list ? "list." + first.messageId() : thread(first),
        first.address() == null ? first.person().email() : first.address(),
        first.person().name(),
        text.subject(),
        text.body() + (list ? "" : link(first, channel)),
        brief(together, list),
        key,
        together.stream().filter(n -> n.ticket() != null).map(Letters::fact).toList(),
        secret(first, channel),
        list ? Settings.publicUrl() + "/account" : null);
  }

  private static String thread(Notification n) {
    return n.ticket() == null ? "trial." + n.messageId() : n.ticket().number().toString();
  }

  private String brief(List<Notification> together, boolean list) {
    Notification first = together.get(0);
    if (first.ticket() == null) {
      return Gsm7.cut(Gsm7.of(first.body()), Gsm7.LONGEST);
    }
    return list
        ? Texts.briefList(together)
        : wording.brief(first.ticket(), first.reason(), first.person().zone());
  }

  /** Others than mails go to programs, or have no room for it. */
  private String link(Notification n, NotificationChannel channel) {
    if (channel.kind() != ContactKind.MAIL || n.ticket() == null || !Wording.takeable(n.ticket())) {
      return "";
    }
    String secret = links.make(n.ticket(), n.person());
    return "Mine: " + Settings.publicUrl() + "/t/" + n.ticket().number() + "?k=" + secret + "\n";
  }

  private String secret(Notification n, NotificationChannel channel) {
    return contacts.of(n.person().id()).stream()
        .filter(c -> c.kind() == channel.kind() && c.address().equals(n.address()))
        .findFirst()
        .map(Contact::secret)
        .orElse(null);
  }

  private static NotificationChannel.Fact fact(Notification n) {
    Ticket ticket = n.ticket();
    return new NotificationChannel.Fact(
        ticket.id(),
        ticket.priority().toString(),
        ticket.status().name(),
        ticket.title(),
        n.reason(),
        ticket.openedAt(),
        Settings.publicUrl() + "/tickets/" + ticket.number());
  }
}

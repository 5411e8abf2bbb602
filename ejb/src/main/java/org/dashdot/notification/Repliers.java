package org.dashdot.notification;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.dashdot.access.Actor;
import org.dashdot.access.Logins;
import org.dashdot.ticket.TicketNumber;

/** Who replies from a number. */
@Stateless
public class Repliers {

  @Inject Contacts contacts;
  @Inject Notifications notifications;
  @Inject Logins logins;

  /** Everybody who confirmed that it is theirs and may still log in, as who acts by it. */
  public List<Actor> of(String number) {
    return contacts.confirmed(ContactKind.SMS, number).stream()
        .map(Contact::personId)
        .distinct()
        .flatMap(person -> logins.again(person, "sms").stream())
        .toList();
  }

  /** Whether a message about this ticket left for this person. */
  public boolean asked(TicketNumber ticket, Actor actor) {
    return notifications.of(ticket.value()).stream()
        .anyMatch(n -> n.person().id().equals(actor.personId()) && n.sendingSince() != null);
  }
}

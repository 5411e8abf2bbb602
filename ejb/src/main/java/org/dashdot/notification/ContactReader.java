package org.dashdot.notification;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dashdot.access.Actor;
import org.dashdot.access.People;
import org.dashdot.access.Person;
import org.dashdot.access.Right;
import org.dashdot.access.Rights;
import org.dashdot.shared.Unknown;

/** What is known of how people are reached: to each their own, to administrators who is not. */
@Stateless
public class ContactReader {

  private static final int SHOWN = 50;

  @Inject People people;
  @Inject Contacts contacts;
  @Inject Notifications notifications;
  @Inject Ways ways;
  @Inject Clock clock;

  /**
   * A contact as its person sees it.
   *
   * @param id null for the mail address, which an administrator sets
   * @param usable whether a channel for it is set up
   */
  public record Row(Long id, ContactKind kind, String address, boolean confirmed, boolean usable) {}

  /**
   * @param hours empty: at any hour
   * @param own whether the person chose it
   */
  public record OrderRow(Urgency urgency, String hours, String order, boolean own) {}

  /**
   * A message that a person was or will be sent.
   *
   * @param ticket null of a test or a code
   */
  public record Sent(
      Long id,
      Long ticket,
      String channel,
      String subject,
      String state,
      Instant createdAt,
      Instant sentAt,
      String lastError,
      Receipt receipt,
      Instant receiptAt) {

    static Sent of(Notification n) {
      return new Sent(
          n.id(),
          n.ticket() == null ? null : n.ticket().id(),
          n.channel(),
          n.subject(),
          n.state().name(),
          n.createdAt(),
          n.sentAt(),
          n.lastError(),
          n.receipt(),
          n.receiptAt());
    }
  }

  /** Who cannot be told of anything high, and why. */
  public record Unreachable(Long id, String name, String why) {}

  public List<Row> contacts(Actor actor) {
    Person person = ContactDesk.self(people, actor);
    List<Row> rows = new ArrayList<>();
    if (person.email() != null) {
      rows.add(
          new Row(
              null,
              ContactKind.MAIL,
              person.email(),
              true,
              ways.to(ContactKind.MAIL, person.email()).isPresent()));
    }
    contacts
        .of(person.id())
        .forEach(
            c ->
                rows.add(
                    new Row(
                        c.id(),
                        c.kind(),
                        shown(c),
                        c.confirmed(),
                        ways.to(c.kind(), c.address()).isPresent())));
    return rows;
  }

  public List<OrderRow> orders(Actor actor) {
    Person person = ContactDesk.self(people, actor);
    List<ContactOrder> own = contacts.orderOf(person.id());
    List<OrderRow> rows = new ArrayList<>();
    for (Urgency urgency : Urgency.values()) {
      List<ContactOrder> of = own.stream().filter(o -> o.urgency() == urgency).toList();
      of.forEach(
          o ->
              rows.add(
                  new OrderRow(
                      urgency,
                      o.hours() == null ? "" : o.hours().toString(),
                      o.steps().toString(),
                      true)));
      if (of.stream().allMatch(o -> o.hours() != null)) {
        rows.add(new OrderRow(urgency, "", urgency.otherwise().toString(), false));
      }
    }
    return rows;
  }

  /** Newest first. */
  public List<Sent> sent(Actor actor) {
    Person person = ContactDesk.self(people, actor);
    return notifications.ofPerson(person.id(), SHOWN).stream().map(Sent::of).toList();
  }

  /** One message of the person's own, to follow it. */
  public Sent sent(Long id, Actor actor) {
    Person person = ContactDesk.self(people, actor);
    Notification found = id == null ? null : notifications.byId(id);
    if (found == null || !found.person().id().equals(person.id())) {
      throw new Unknown("You were sent no message " + id);
    }
    return Sent.of(found);
  }

  public List<Unreachable> unreachable(Actor actor) {
    Rights.check(actor, Right.ADMINISTER, null);
    Instant now = clock.instant();
    return people.all().stream()
        .filter(person -> person.active() && !ways.open(person, now))
        .map(
            person ->
                new Unreachable(
                    person.id(),
                    person.name(),
                    ways.lacks(person).orElse("no channel for their contacts is set up")))
        .toList();
  }

  /** The words of an address are a secret that anybody could post with. */
  private static String shown(Contact contact) {
    if (contact.kind() == ContactKind.SMS) {
      return contact.address();
    }
    String address = contact.address();
    String host = URI.create(address).getHost();
    return host + "/…" + address.substring(Math.max(address.length() - 4, 0));
  }

  /** For the choice of a kind. */
  public List<ContactKind> kinds() {
    return Arrays.stream(ContactKind.values()).filter(k -> k != ContactKind.MAIL).toList();
  }
}

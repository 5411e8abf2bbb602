package org.dashdot.notification;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dashdot.access.Actor;
import org.dashdot.access.Audit;
import org.dashdot.access.People;
import org.dashdot.access.Person;
import org.dashdot.access.Recency;
import org.dashdot.shared.Conflict;
import org.dashdot.shared.InvalidInput;
import org.dashdot.shared.Settings;
import org.dashdot.shared.Unknown;

/** How a person is reached, as they say themselves; nobody else's contacts. */
@Stateless
public class ContactDesk {

  /** The beginning of the step of a message that holds a code. */
  static final String CODE = "code-";

  static final String TRIAL = "trial-";

  private static final int MOST = 10;
  private static final int TRIALS = 10;
  private static final Duration TRIALS_WITHIN = Duration.ofHours(1);
  private static final int LOOKED_AT = 100;

  @Inject People people;
  @Inject Contacts contacts;
  @Inject Notifications notifications;
  @Inject Ways ways;
  @Inject Recency recency;
  @Inject Audit audit;
  @Inject Settings settings;
  @Inject Clock clock;

  /**
   * Adds a contact. A number counts only once its code is typed in, and gets one at once.
   *
   * @return the secret by which a webhook's messages are signed, shown once; null for others
   */
  public String add(ContactKind kind, String address, Actor actor) {
    Person person = acting(actor);
    if (kind == ContactKind.MAIL) {
      throw new InvalidInput("kind", "Your mail address is set by an administrator.");
    }
    String clean = kind == ContactKind.SMS ? PhoneNumber.parse(address) : url(address);
    List<Contact> known = contacts.of(person.id());
    if (known.stream().anyMatch(c -> c.kind() == kind && c.address().equals(clean))) {
      throw new InvalidInput("address", "You have this one already.");
    }
    if (known.size() >= MOST) {
      throw new InvalidInput("address", "A person has at most " + MOST + " contacts.");
    }
    String secret = kind == ContactKind.WEBHOOK ? Secrets.key() : null;
    Contact contact = new Contact(person.id(), kind, clean, secret, clock.instant());
    contacts.add(contact);
    audit.record(actor, "add contact", kind.word(), kind == ContactKind.SMS ? clean : host(clean));
    if (kind == ContactKind.SMS) {
      sendCode(contact, person);
    }
    return secret;
  }

  public void remove(Long id, Actor actor) {
    Contact contact = own(id, acting(actor));
    contacts.remove(contact);
    audit.record(actor, "remove contact", contact.kind().word(), null);
  }

  /** Sends another code to a number. */
  public void sendCode(Long id, Actor actor) {
    Person person = acting(actor);
    Contact contact = own(id, person);
    if (contact.confirmed()) {
      throw new Conflict("This number is confirmed.");
    }
    sendCode(contact, person);
  }

  /**
   * Whether the code was right. A wrong one is counted, so this does not throw: what is rolled back
   * could be tried for ever.
   */
  public boolean confirm(Long id, String code, Actor actor) {
    Contact contact = own(id, acting(actor));
    String typed = code == null ? "" : code.replaceAll("\\s", "");
    boolean right = contact.confirm(Secrets.hash(typed), clock.instant());
    audit.record(actor, right ? "confirm contact" : "type a wrong code", contact.address(), null);
    return right;
  }

  /**
   * Sends a real message that says it is a test.
   *
   * @param id the contact; null for the mail address
   * @return the message's number, by which its delivery can be followed
   */
  public Long tryOut(Long id, Actor actor) {
    Person person = acting(actor);
    Contact contact = id == null ? null : own(id, person);
    if (contact != null && !contact.confirmed()) {
      throw new Conflict("Confirm this number first.");
    }
    ContactKind kind = contact == null ? ContactKind.MAIL : contact.kind();
    String address = contact == null ? person.email() : contact.address();
    if (address == null) {
      throw new Conflict("You have no mail address. An administrator can set one.");
    }
    throttle(person);
    return send(
        person,
        way(kind, address),
        TRIAL,
        new Notification.Text(
            "you asked for a test",
            "[dash-dot] Test message",
            "This is a test message of dash-dot for " + person.name() + ". Nothing is wrong."));
  }

  /** Keeps in which order the contacts are used; the words are those of {@link ContactOrder}. */
  public void order(Urgency urgency, String hours, String order, Actor actor) {
    Person person = acting(actor);
    ContactOrder.Hours at = ContactOrder.Hours.parse(hours);
    ContactOrder.Steps steps = ContactOrder.Steps.parse(order);
    forget(person, urgency, at);
    contacts.add(new ContactOrder(person.id(), urgency, at, steps));
    audit.record(
        actor, "order contacts", urgency.word() + (at == null ? "" : " " + at), "" + steps);
  }

  /** Takes an order back; for any hour the shipped one holds then. */
  public void forgetOrder(Urgency urgency, String hours, Actor actor) {
    Person person = acting(actor);
    forget(person, urgency, ContactOrder.Hours.parse(hours));
    audit.record(actor, "forget order of contacts", urgency.word(), null);
  }

  private void forget(Person person, Urgency urgency, ContactOrder.Hours hours) {
    String text = String.valueOf(hours);
    contacts.orderOf(person.id()).stream()
        .filter(o -> o.urgency() == urgency && String.valueOf(o.hours()).equals(text))
        .forEach(contacts::remove);
  }

  private void sendCode(Contact contact, Person person) {
    throttle(person);
    String code = Secrets.code();
    Duration lasts = settings.duration("notify.code-lasts");
    if (!contact.code(Secrets.hash(code), clock.instant(), lasts)) {
      throw new Conflict("Too many codes were sent to this number. Try again in an hour.");
    }
    Way way = way(contact.kind(), contact.address());
    send(
        person,
        way,
        CODE,
        new Notification.Text(
            "you confirm a number",
            "[dash-dot] Your code",
            "dash-dot: your code is "
                + code
                + ". It holds for "
                + lasts.toMinutes()
                + " minutes."));
  }

  private Way way(ContactKind kind, String address) {
    return ways.to(kind, address)
        .orElseThrow(
            () ->
                new Conflict(
                    "No channel for "
                        + kind.word()
                        + " is set up. An administrator does it by the server's environment."));
  }

  private Long send(Person person, Way way, String step, Notification.Text text) {
    Instant now = clock.instant();
    Notification message =
        new Notification(null, person, way, step + now.toEpochMilli(), text, null, now, now);
    notifications.add(message);
    return message.id();
  }

  /** Each costs money and could bother a stranger. */
  private void throttle(Person person) {
    Instant since = clock.instant().minus(TRIALS_WITHIN);
    long lately =
        notifications.ofPerson(person.id(), LOOKED_AT).stream()
            .filter(n -> n.ticket() == null && n.createdAt().isAfter(since))
            .count();
    if (lately >= TRIALS) {
      throw new Conflict("You sent many test messages and codes. Try again in an hour.");
    }
  }

  private Person acting(Actor actor) {
    recency.toAct(actor);
    return self(people, actor);
  }

  static Person self(People people, Actor actor) {
    return people
        .byId(actor.personId() == null ? -1L : actor.personId())
        .orElseThrow(() -> new Unknown("Only a person has contacts."));
  }

  private Contact own(Long id, Person person) {
    return contacts
        .byId(id)
        .filter(c -> c.personId().equals(person.id()))
        .orElseThrow(() -> new Unknown("You have no contact " + id));
  }

  private static String url(String address) {
    Optional<String> clean =
        Optional.ofNullable(address).map(String::trim).filter(a -> a.length() <= 1000);
    try {
      URI uri = new URI(clean.orElse(""));
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      if (uri.getHost() != null
          && uri.getRawUserInfo() == null
          && (scheme.equals("https") || scheme.equals("http"))) {
        return uri.toString();
      }
    } catch (URISyntaxException e) {
      throw notAnAddress();
    }
    throw notAnAddress();
  }

  private static InvalidInput notAnAddress() {
    return new InvalidInput("address", "An address looks like https://chat.example.org/hooks/abc.");
  }

  /** The rest of such an address is a secret. */
  private static String host(String url) {
    return URI.create(url).getHost();
  }
}

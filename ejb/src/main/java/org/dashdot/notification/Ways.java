package org.dashdot.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dashdot.access.Person;
import org.dashdot.oncall.Reachability;

/**
 * By which ways a person can be told, in the order that they chose. Callers bring the transaction.
 */
@ApplicationScoped
public class Ways implements Reachability {

  @Inject Contacts contacts;
  @Inject @Any Instance<NotificationChannel> channels;

  /**
   * @param atOnce taken together
   * @param later one by one, when those before fail
   */
  record Route(List<Way> atOnce, List<Way> later) {

    List<Way> all() {
      return Stream.concat(atOnce.stream(), later.stream()).toList();
    }
  }

  /** Empty when the person has no address for any channel that is set up. */
  Route of(Person person, Urgency urgency, Instant at) {
    return route(person, steps(person, urgency, at), contacts.of(person.id()));
  }

  private Route route(Person person, ContactOrder.Steps steps, List<Contact> known) {
    List<Way> atOnce = new ArrayList<>();
    List<Way> later = new ArrayList<>();
    for (List<ContactKind> step : steps.steps()) {
      List<List<Way>> ways =
          step.stream().map(kind -> ways(kind, person, known)).filter(w -> !w.isEmpty()).toList();
      List<Way> first = atOnce.isEmpty() ? atOnce : later;
      ways.forEach(w -> first.add(w.get(0)));
      ways.forEach(w -> later.addAll(w.subList(1, w.size())));
    }
    return new Route(List.copyOf(atOnce), List.copyOf(later));
  }

  /** Over the first channel that carries this kind of contact; for a message to try it. */
  Optional<Way> to(ContactKind kind, String address) {
    return open(kind)
        .filter(c -> c.reaches(address))
        .findFirst()
        .map(c -> new Way(c.name(), address));
  }

  boolean open(Person person, Instant at) {
    return !of(person, Urgency.HIGH, at).atOnce().isEmpty();
  }

  /** Also what only some hours lack, since nobody looks at an order before it is needed. */
  @Override
  public Optional<String> lacks(Person person) {
    List<Contact> known = contacts.of(person.id());
    if (person.email() == null && known.stream().noneMatch(Contact::confirmed)) {
      return Optional.of("no mail address");
    }
    List<ContactOrder> orders =
        contacts.orderOf(person.id()).stream().filter(o -> o.urgency() == Urgency.HIGH).toList();
    boolean always = orders.stream().anyMatch(order -> order.hours() == null);
    if (!always && route(person, Urgency.HIGH.otherwise(), known).atOnce().isEmpty()) {
      return Optional.of("no channel for their contacts is set up");
    }
    return orders.stream()
        .filter(order -> route(person, order.steps(), known).atOnce().isEmpty())
        .findFirst()
        .map(
            order ->
                "nothing that they ordered "
                    + (order.hours() == null ? "works" : "for " + order.hours() + " works"));
  }

  private ContactOrder.Steps steps(Person person, Urgency urgency, Instant at) {
    return contacts.orderOf(person.id()).stream()
        .filter(order -> order.holds(urgency, at, person.zone()))
        .findFirst()
        .map(ContactOrder::steps)
        .orElse(urgency.otherwise());
  }

  /** All addresses over the first channel, then over the next: a dead gateway is passed by. */
  private List<Way> ways(ContactKind kind, Person person, List<Contact> known) {
    List<String> addresses = addresses(kind, person, known);
    return open(kind)
        .flatMap(c -> addresses.stream().filter(c::reaches).map(a -> new Way(c.name(), a)))
        .toList();
  }

  private static List<String> addresses(ContactKind kind, Person person, List<Contact> known) {
    if (kind == ContactKind.MAIL) {
      return person.email() == null ? List.of() : List.of(person.email());
    }
    return known.stream()
        .filter(c -> c.kind() == kind && c.confirmed())
        .map(Contact::address)
        .toList();
  }

  private Stream<NotificationChannel> open(ContactKind kind) {
    return channels.stream()
        .filter(c -> c.kind() == kind && c.available())
        .sorted(Comparator.comparing(NotificationChannel::name));
  }
}
